import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import { startOfNetwork } from '../../nets/design/starts';
import { costBy } from '../../nets/readings/convention';
import { arithmeticIntensity, type Counted } from '../../nets/readings/cost';
import type { NetworkPart } from '../../nets/readings/networkParts';
import { networkParts } from '../../nets/readings/networkParts';
import { outlineOf } from '../../nets/readings/outline';
import { costRows } from '../../nets/readings/spreadsheet';
import { ConventionPanel } from '../explain/cost/ConventionPanel';
import { useConvention } from '../explain/cost/useConvention';
import { NetworkOutline } from '../explain/network/NetworkOutline';
import { NetworkStrip } from '../explain/network/NetworkStrip';
import { shownCost, useShownFigure } from '../explain/network/useShownFigure';
import { useNetworkChoice } from '../explain/network/useNetworkChoice';
import { ImageNetCard } from '../running/checkpoints/ImageNetCard';
import { ExportsMenu } from '../ui/ExportsMenu';
import { PageLink } from '../ui/PageLink';
import { Quantity } from '../ui/Quantity';
import { CostCards } from './CostCards';
import { MoreOptions } from '../explain/network/MoreOptions';
import { NetworkHead } from './NetworkHead';
import styles from './NetworksPage.module.css';
import { PartCard } from './PartCard';
import { PublishedFigures } from './PublishedFigures';
import { useChosenPart } from './useChosenPart';

/** A whole network to scale, then one of its parts, then stages, blocks and layers in numbers, at any values of its options. */
export function NetworksPage() {
  const { t } = useLingui();
  const choice = useNetworkChoice();
  const { network } = choice;
  const { model } = network;
  const start = startOfNetwork(network);
  const [convention] = useConvention();
  const cost = useMemo(() => costBy(choice, convention), [choice, convention]);
  const parts = useMemo(() => networkParts(cost.layers), [cost]);
  const outline = useMemo(() => outlineOf(cost), [cost]);
  const [figure, showFigure] = useShownFigure();
  const chosen = useChosenPart(choice, costliestOf(parts));
  const table = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLElement>(null);
  return (
    <article className={styles.page}>
      <NetworkHead choice={choice} />
      <CostCards counted={choice} figure={figure} onChoose={showFigure} />
      <div className={styles.more}>
        <MoreOptions choice={choice} />
        {start === undefined ? null : (
          <PageLink className={styles.design} to={`/design?from=${start.id}`}>
            <Trans>Change the rows of {start.name}</Trans>
          </PageLink>
        )}
        <ConventionPanel counted={[choice]} level={2} />
      </div>
      <NetworkStrip
        name={model.name}
        fileName={`${model.id}-strip`}
        parts={parts}
        cost={shownCost(figure)}
        selected={chosen.path}
        onSelect={chosen.choose}
      />
      <PartCard
        ref={card}
        choice={choice}
        cost={cost}
        parts={parts}
        figure={shownCost(figure)}
        path={chosen.path}
        onChoose={chosen.choose}
      />
      <div className={styles.columns}>
        <section className={styles.stages}>
          <header className={styles.heading}>
            <h2>{t`Stage by stage`}</h2>
            <ExportsMenu
              title={t`Stage by stage`}
              files={{ name: model.id, numbers: () => costRows(cost) }}
              picture={table}
            />
          </header>
          <OtherFigures counted={choice} />
          <div ref={table}>
            <NetworkOutline
              entries={outline}
              selected={chosen.path}
              onSelect={(path) => {
                chosen.choose(path);
                card.current?.scrollIntoView({ block: 'nearest' });
              }}
            />
          </div>
        </section>
        <div className={styles.side}>
          <PublishedFigures network={network} />
          <div className={styles.weights}>
            <ImageNetCard key={model.id} model={model} />
          </div>
        </div>
      </div>
    </article>
  );
}

/** The figures of the whole network that are no sums over its parts. */
function OtherFigures({ counted: { cost } }: { readonly counted: Counted }) {
  return (
    <p className={styles.others}>
      <Trans>
        Peak activations: <Quantity value={cost.peakActivations} /> elements
      </Trans>
      {' · '}
      <Trans>
        Arithmetic intensity: <Quantity value={arithmeticIntensity(cost)} /> MACs per element
      </Trans>
    </p>
  );
}

/** The path of the part with the most multiply-adds. */
function costliestOf(parts: readonly NetworkPart[]): string {
  return parts.reduce((max, part) => (part.macs > max.macs ? part : max)).id;
}
