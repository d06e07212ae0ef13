import { useLingui } from '@lingui/react/macro';
import type { PaperDevice } from '../../../nets/explorables/guidelineExperiments';
import type { PairVerdict, PaperVerdict } from '../../../nets/measurements/paperVerdict';
import { paperVerdict } from '../../../nets/measurements/paperVerdict';
import type { TimedVariant } from '../../../lab/guidelines/experimentFiles';
import styles from './Guidelines.module.css';

type PaperComparisonProps = {
  readonly device: PaperDevice;
  readonly variants: readonly TimedVariant[];
  readonly nameOf: (id: string) => string;
};

/** Whether this device ranks the networks as the paper's did, and which pairs differ. */
export function PaperComparison({ device, variants, nameOf }: PaperComparisonProps) {
  const { t } = useLingui();
  const outcome = paperVerdict(
    variants.map(({ id, paper, timeMs }) => ({ id, paperSpeed: paper[device], time: timeMs })),
  );
  const opposing = outcome.pairs.filter(({ here }) => here === 'opposes');
  return (
    <div className={styles.verdict} data-paper={device} data-verdict={outcome.verdict}>
      <p className={styles.verdictHead}>
        <VerdictText device={device} outcome={outcome} />
      </p>
      {opposing.length === 0 ? null : (
        <ul>
          {opposing.map((pair) => {
            const [fasterHere, slowerHere] = [nameOf(pair.slower), nameOf(pair.faster)];
            return (
              <li key={`${pair.faster} ${pair.slower}`}>
                {t`${fasterHere} is faster here than ${slowerHere}; in the paper it is slower.`}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function VerdictText({ device, outcome }: { readonly device: PaperDevice; readonly outcome: PaperVerdict }) {
  const { t } = useLingui();
  const platform = device === 'gpu' ? t`the paper’s GPU` : t`the paper’s ARM processor`;
  const count = (here: PairVerdict['here']): number => outcome.pairs.filter((pair) => pair.here === here).length;
  const [agreeing, undecided, all] = [count('agrees'), count('undecided'), outcome.pairs.length];
  const tally = t`same order in ${agreeing} of ${all} pairs, ${undecided} too close to call`;
  switch (outcome.verdict) {
    case 'agrees':
      return t`This device agrees with ${platform}: ${tally}.`;
    case 'partly':
      return t`This device agrees only partly with ${platform}: ${tally}.`;
    case 'disagrees':
      return t`This device disagrees with ${platform}: ${tally}.`;
    case 'undecided':
      return t`This device neither confirms nor contradicts ${platform}: ${tally}.`;
  }
}
