import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../nets/models/index';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { defaultsOf } from '../../nets/parameter';
import { Button } from '../ui/Button';
import { CopyLink } from '../ui/CopyLink';
import { ConventionPanel } from '../explain/cost/ConventionPanel';
import { ExplorePage } from '../explain/page/ExplorePage';
import { CatalogueSelect } from '../explain/network/CatalogueSelect';
import { OptionControls } from '../explain/network/OptionControls';
import { ComparisonTable } from './ComparisonTable';
import { TradeoffFigure } from './TradeoffFigure';
import type { Comparison } from './useCompared';
import { maxCompared, useCompared } from './useCompared';
import styles from './ComparePage.module.css';

/** Up to four networks side by side, in a table and in a plot of every published network. */
export function ComparePage() {
  const { t } = useLingui();
  const comparison = useCompared();
  return (
    <ExplorePage
      title={t`Compare`}
      lede={
        <Trans>
          Two to four networks side by side: what they cost is counted from their graphs, how good they are is what
          papers and model pages print.
        </Trans>
      }
    >
      <Chosen comparison={comparison} />
      <ConventionPanel level={2} />
      <ComparisonTable networks={comparison.networks} />
      <TradeoffFigure networks={comparison.networks} />
    </ExplorePage>
  );
}

function Chosen({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useLingui();
  const { networks, set, reset } = comparison;
  return (
    <div className={styles.chosen}>
      <ol className={styles.networks}>
        {networks.map((network, index) => (
          <li key={index} className={styles.network} data-series={index + 1}>
            <NetworkSlot comparison={comparison} index={index} />
            {networks.length > 2 ? (
              <Button
                onPress={() => {
                  set(networks.filter((_, other) => other !== index));
                }}
              >
                <Trans>Remove {network.model.name}</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          isDisabled={networks.length >= maxCompared}
          onPress={() => {
            const free = catalogue.find(({ id }) => networks.every(({ model }) => model.id !== id)) ?? mobileNetV3;
            set([...networks, { model: free, choice: defaultsOf(free.options) }]);
          }}
        >
          {t`Add a network`}
        </Button>
        <Button icon="reset" onPress={reset}>
          <Trans>Reset</Trans>
        </Button>
        <CopyLink />
      </div>
    </div>
  );
}

function NetworkSlot({
  comparison: { networks, set },
  index,
}: {
  readonly comparison: Comparison;
  readonly index: number;
}) {
  const { t } = useLingui();
  const network = networks[index];
  if (network === undefined) return null;
  const number = index + 1;
  return (
    <>
      <CatalogueSelect
        label={t`Network ${number}`}
        network={network}
        onChoose={(wanted) => {
          set(networks.with(index, { ...network, ...wanted }));
        }}
      />
      <OptionControls
        model={network.model}
        choice={network.choice}
        without={['head', 'release', 'padding', 'variant', 'ablation']}
        onChoose={(choice) => {
          set(networks.with(index, { ...network, choice }));
        }}
      />
    </>
  );
}
