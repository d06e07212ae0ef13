import { Trans } from '@lingui/react/macro';
import type { CheckScore } from '../../../course/progress/checkScore';
import { useAnswersHidden } from './useAnswersHidden';

type CheckScoreTextProps = {
  readonly score: CheckScore | undefined;
  readonly className?: string | undefined;
};

/** How many questions at a chapter's end are right; nothing before the first answer, and where a teacher hides the answers. */
export function CheckScoreText({ score, className }: CheckScoreTextProps) {
  const [isHidden] = useAnswersHidden();
  if (score === undefined || isHidden) return null;
  const { right, answered } = score;
  return (
    <span className={className}>
      <Trans>
        Check yourself: {right} of {answered} right
      </Trans>
    </span>
  );
}
