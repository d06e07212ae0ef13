import { useLingui } from '@lingui/react/macro';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { Figure } from '../../ui/Figure';
import styles from './StrategyBars.module.css';

/** The first two strategies, one after the other, on a layer of fire2's widths: its weights. */
export function StrategyBars() {
  const { t } = useLingui();
  const bars = [
    { id: 'strategies-none', label: t`3×3 filters only`, value: weightsOf(inChannels, 0, filters) },
    {
      id: 'strategies-first',
      label: t`half of them 1×1`,
      value: weightsOf(inChannels, filters / 2, filters / 2),
    },
    {
      id: 'strategies-both',
      label: t`and ${squeeze} input channels: Fire`,
      value: inChannels * squeeze + weightsOf(squeeze, filters / 2, filters / 2),
    },
  ];
  return (
    <Figure title={t`Weights of a layer from ${inChannels} to ${filters} channels`}>
      <div className={styles.bars}>
        <ComparisonBars
          name={t`Weights`}
          fileName="squeezenet-strategies"
          bars={bars.map((bar) => ({ ...bar, tone: 'subject' }))}
        />
      </div>
    </Figure>
  );
}

/** Of fire2. */
const [inChannels, squeeze, filters] = [96, 16, 128];

/** Weights of 1x1 and 3x3 filters side by side on as many channels. */
function weightsOf(channels: number, filters1x1: number, filters3x3: number): number {
  return channels * (filters1x1 + 9 * filters3x3);
}
