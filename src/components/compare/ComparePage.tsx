import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../nets/models/index';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { networkTitle } from '../../nets/models/networkName';
import { defaultsOf } from '../../nets/parameter';
import { Button } from '../ui/Button';
import { CopyLink } from '../ui/CopyLink';
import { ExplorePage } from '../explain/page/ExplorePage';
import { CatalogueSelect } from '../explain/network/CatalogueSelect';
import { NetworkSlot, NetworkSlots } from '../explain/network/NetworkSlot';
import { OptionControls } from '../explain/network/OptionControls';
import { useOptionDetail } from '../explain/network/useOptionDetail';
import { ComparisonTable } from './ComparisonTable';
import { TradeoffFigure } from './TradeoffFigure';
import { maxCompared, useCompared, type Compared, type Comparison } from './useCompared';
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
          Two to four networks side by side. Costs are counted from their graphs; accuracies are those that papers and
          model pages report.
        </Trans>
      }
    >
      <Chosen comparison={comparison} />
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
      <NetworkSlots>
        {networks.map((network, index) => (
          <ComparedSlot key={index} comparison={comparison} network={network} />
        ))}
      </NetworkSlots>
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

type ComparedSlotProps = { readonly comparison: Comparison; readonly network: Compared };

function ComparedSlot({ comparison: { networks, set }, network }: ComparedSlotProps) {
  const { t } = useLingui();
  const detailOf = useOptionDetail();
  const index = networks.indexOf(network);
  const number = index + 1;
  return (
    <NetworkSlot
      title={networkTitle(network)}
      options={detailOf(network)}
      onRemove={
        networks.length > 2
          ? () => {
              set(networks.filter((other) => other !== network));
            }
          : null
      }
      select={
        <CatalogueSelect
          label={t`Network ${number}`}
          labelled="hidden"
          network={network}
          onChoose={(wanted) => {
            set(networks.with(index, { ...network, ...wanted }));
          }}
        />
      }
    >
      <OptionControls
        model={network.model}
        choice={network.choice}
        without={['head', 'release', 'padding', 'variant', 'ablation']}
        onChoose={(choice) => {
          set(networks.with(index, { ...network, choice }));
        }}
      />
    </NetworkSlot>
  );
}
