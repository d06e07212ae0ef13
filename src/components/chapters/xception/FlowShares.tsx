import { useLingui } from '@lingui/react/macro';
import { percentText } from '../../ui/numberText';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { SideBySide } from '../../explain/page/ExplorePage';
import { flowShares } from './flowShares';
import styles from './FlowShares.module.css';

/** Where the whole network's multiply-adds and params are. */
export function FlowShares() {
  const { i18n, t } = useLingui();
  const names = {
    stem: t`Stem`,
    entry: t`Entry flow`,
    middle: t`Middle flow`,
    exit: t`Exit flow`,
    classifier: t`Classifier`,
  };
  const shares = flowShares();
  const bars = (figure: 'macs' | 'params') =>
    shares.map(({ group, ...share }) => ({
      id: `flow-${group}-${figure}`,
      label: names[group],
      value: share[`${figure}Share`],
      tone: 'subject' as const,
    }));
  const percent = (share: number) => percentText(share, i18n.locale);
  return (
    <SideBySide>
      <div className={styles.macs}>
        <ComparisonBars
          title={t`Half of the MACs are in the middle flow`}
          name={t`Share of MACs`}
          fileName="xception-mac-shares"
          bars={bars('macs')}
          format={percent}
        />
      </div>

      <div className={styles.params}>
        <ComparisonBars
          title={t`And half of the params`}
          name={t`Share of params`}
          fileName="xception-param-shares"
          bars={bars('params')}
          format={percent}
        />
      </div>
    </SideBySide>
  );
}
