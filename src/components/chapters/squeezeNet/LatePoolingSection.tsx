import { Trans, useLingui } from '@lingui/react/macro';
import { alexNet } from '../../../nets/models/alexNet';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { builtGraph } from '../../../nets/models/model';
import type { Cost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { Term } from '../../explain/glossary/Term';
import { shortNumberText } from '../../ui/numberText';
import { alexCost, squeezeCost, squeezeNetLesson } from './lesson';
import styles from './LatePoolingSection.module.css';

const { p6 } = squeezeNetLesson.predictions;
import { PageLink } from '../../ui/PageLink';

const figures = ['peakActivations', 'memoryAccess', 'macs', 'layers'] as const;
type Figure = (typeof figures)[number];

/** What few params cost elsewhere: depth, large maps, memory access. */
export function LatePoolingSection() {
  const { i18n, t } = useLingui();
  const [figure, setFigure] = useAddressValue('late.figure', oneOf(figures).withDefault('peakActivations'));
  const names: Readonly<Record<Figure, string>> = {
    peakActivations: t`Peak activations`,
    memoryAccess: t`Memory access cost`,
    macs: t`MACs`,
    layers: t`Layers with weights`,
  };
  const bar = (id: string, label: string, cost: Cost) => ({
    id: `late-${id}`,
    label,
    value: figure === 'layers' ? layersWithWeights(cost) : cost[figure],
    tone: id === 'alexnet' ? ('other' as const) : ('subject' as const),
  });
  return (
    <Section id="cost" title={t`Paid for with larger maps and more layers`}>
      <Prose>
        <p>
          <Trans>
            Few params are paid for with depth and large maps: more layers run one after another, and late pooling makes
            every activation larger. A device that waits for memory feels it. Version 1.1 takes much of it back by
            pooling earlier. A small file is not yet a fast network: <PageLink to="/race">race it</PageLink> on your own
            device.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p6}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'asked-alexnet-moved', label: 'AlexNet', value: alexCost.memoryAccess },
              { id: 'asked-squeezenet-moved', label: 'SqueezeNet 1.0', value: squeezeCost.memoryAccess, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined || guess === 0 ? undefined : alexCost.memoryAccess / guess}
          />
        )}
      />
      <AfterGuess of={p6}>
        <ChoiceControl
          label={t`Compare`}
          options={figures.map((value) => ({ value, label: names[value] }))}
          value={figure}
          onChange={(chosen) => void setFigure(chosen)}
        />
        <div className={styles[figure]}>
          <ComparisonBars
            name={names[figure]}
            fileName="squeezenet-late-pooling"
            bars={[
              bar('alexnet', 'AlexNet', costOf(builtGraph(alexNet))),
              bar('1.0', 'SqueezeNet 1.0', costOf(builtGraph(squeezeNet))),
              bar('complex', t`SqueezeNet 1.0, complex bypass`, costOf(builtGraph(squeezeNet, { bypass: 'complex' }))),
              bar('1.1', 'SqueezeNet 1.1', costOf(builtGraph(squeezeNet, { version: '1.1' }))),
            ]}
          />
        </div>
        <Prose>
          <p>
            <Trans>
              <Term of="peakActivations">Peak activations</Term> and memory access are in elements, at 224 px. AlexNet’s
              memory access is nearly all weights, SqueezeNet’s nearly all activations.
            </Trans>
          </p>
        </Prose>
      </AfterGuess>
    </Section>
  );
}

function layersWithWeights(cost: Cost): number {
  return cost.layers.filter(({ weights }) => weights > 0).length;
}
