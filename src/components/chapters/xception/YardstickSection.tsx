import { Trans, useLingui } from '@lingui/react/macro';
import { xceptionPaper } from '../../../nets/papers/xception';
import { exactNumberText, useNumberText } from '../../ui/numberText';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { bothCosts, xceptionLesson } from './lesson';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import styles from './WalkSection.module.css';

const percentFormat = { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;

/** About the params of Inception V3, more multiply-adds. */
export function YardstickSection() {
  const { i18n, t } = useLingui();
  const percent = useNumberText(percentFormat);
  const { ours, theirs } = bothCosts();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  return (
    <Section id="same-budget" title={t`The same budget, better spent`}>
      <Prose>
        <p>
          <Trans>
            Inception V3 is the network that Xception sets out from, and the one that the paper compares it with.
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={xceptionLesson.predictions.p4}
        figure={({ isOpen, guess }) => (
          <div className={styles.costs}>
            {(['params', 'macs'] as const).map((figure) => (
              <AskedBars
                key={figure}
                label={figure === 'params' ? t`Params` : t`MACs`}
                tone={figure}
                format={exact}
                bars={[
                  { id: `inception-${figure}`, label: 'Inception V3', value: theirs[figure] },
                  { id: `xception-${figure}`, label: 'Xception', value: ours[figure], isAsked: true },
                ]}
                isOpen={isOpen}
                guess={figure === 'macs' && guess === 'accuracy' ? theirs.macs : undefined}
                isAbout
              />
            ))}
          </div>
        )}
      />
      <AfterGuess of={xceptionLesson.predictions.p4}>
        <Prose>
          <p>
            <Trans>
              Xception was not made to be light. It has about the params of Inception V3, so that any gain must come
              from using them better: top-1 on ImageNet rose from 78.2% to 79.0% (the paper’s Table 1). It is no light
              network, but it shows that light layers suffice.
            </Trans>
          </p>
        </Prose>
        <Claim
          id="xception/c2"
          claim={<Trans>Xception reduces the params and hardly adds complexity.</Trans>}
          sources={<SourceLink source={xceptionPaper} place={t`section 4.4, Table 3`} />}
        >
          <Trans>
            The params are kept equal on purpose ({percent(ours.params / theirs.params - 1)} here, counted from the
            graphs), and the multiply-adds are not: {percent(ours.macs / theirs.macs - 1)}.
          </Trans>
        </Claim>
      </AfterGuess>
    </Section>
  );
}
