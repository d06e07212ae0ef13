import { Trans, useLingui } from '@lingui/react/macro';
import { xceptionPaper } from '../../../nets/papers/xception';
import { inceptionV3 } from '../../../nets/models/inceptionV3';
import { builtGraph } from '../../../nets/models/model';
import { xception } from '../../../nets/models/xception';
import { costOf } from '../../../nets/readings/cost';
import { useNumberText } from '../../ui/numberText';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import styles from './WalkSection.module.css';

const percentFormat = { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;

/** About the params of Inception V3, more multiply-adds. */
export function YardstickSection() {
  const { t } = useLingui();
  const percent = useNumberText(percentFormat);
  const [ours, theirs] = [costOf(builtGraph(xception)), costOf(builtGraph(inceptionV3))];
  const pair = (figure: 'params' | 'macs') => [
    { id: `inception-${figure}`, label: 'Inception V3', value: theirs[figure], tone: 'other' as const },
    { id: `xception-${figure}`, label: 'Xception', value: ours[figure], tone: 'subject' as const },
  ];
  return (
    <Section id="same-budget" title={t`The same budget, better spent`}>
      <Prose>
        <p>
          <Trans>
            Xception was not made to be light. It has about the params of Inception V3, so that any gain must come from
            using them better: top-1 on ImageNet rose from 78.2% to 79.0% (the paper’s Table 1). It is no light network,
            but it shows that light layers suffice.
          </Trans>
        </p>
      </Prose>
      <section className={styles.costs}>
        <h3>{t`Params`}</h3>
        <ComparisonBars name={t`Params`} fileName="xception-params" bars={pair('params')} />
      </section>
      <section className={styles.costs}>
        <h3>{t`MACs at 299 px`}</h3>
        <ComparisonBars name={t`MACs at 299 px`} fileName="xception-macs" bars={pair('macs')} />
      </section>
      <Claim
        claim={<Trans>Xception reduces the params and hardly adds complexity.</Trans>}
        sources={<SourceLink source={xceptionPaper} place={t`section 4.4, Table 3`} />}
      >
        <Trans>
          The params are kept equal on purpose ({percent(ours.params / theirs.params - 1)} here, counted from the
          graphs), and the multiply-adds are not: {percent(ours.macs / theirs.macs - 1)}.
        </Trans>
      </Claim>
    </Section>
  );
}
