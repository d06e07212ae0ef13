import { useLingui } from '@lingui/react/macro';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { Figure } from '../../ui/Figure';
import { fire2, strategies } from './strategies';
import styles from './StrategyBars.module.css';

/** The three strategies, one after the other, on a layer of fire2's widths: its params and its multiply-adds. */
export function StrategyBars() {
  const { t } = useLingui();
  const { inChannels, squeeze, filters, lateSide, earlySide } = fire2;
  const labels = {
    none: t`3×3 filters only`,
    first: t`1. Half of them 1×1`,
    second: t`2. ${squeeze} input channels`,
    third: t`3. On ${lateSide}×${lateSide} pixels`,
  };
  const bars = (cost: 'params' | 'macs') =>
    strategies.map((strategy) => ({
      id: `strategies-${cost}-${strategy.id}`,
      label: labels[strategy.id],
      value: strategy.cost[cost],
      tone: 'subject' as const,
    }));
  return (
    <Figure
      title={t`${inChannels} to ${filters} channels on ${earlySide}×${earlySide} pixels, one strategy after the other`}
    >
      <div className={styles.costs}>
        <section className={styles.params}>
          <ComparisonBars name={t`Params`} fileName="squeezenet-strategies-params" bars={bars('params')} />
        </section>
        <section className={styles.macs}>
          <ComparisonBars name={t`Multiply-adds`} fileName="squeezenet-strategies-macs" bars={bars('macs')} />
        </section>
      </div>
    </Figure>
  );
}
