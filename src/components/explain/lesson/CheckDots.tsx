import { useLingui } from '@lingui/react/macro';
import type { ShownCheck } from '../../../course/drawChecks';
import type { Marked } from '../../../course/marked';
import styles from './CheckYourself.module.css';

type CheckDotsProps = {
  readonly checks: readonly ShownCheck[];
  readonly marked: ReadonlyMap<string, Marked>;
  /** The question that shows alone. */
  readonly at: number | undefined;
  readonly isHidden: boolean;
};

/** A mark a question: not answered, right, wrong. */
export function CheckDots({ checks, marked, at, isHidden }: CheckDotsProps) {
  const { t } = useLingui();
  const [answered, count] = [marked.size, checks.length];
  return (
    <span className={styles.dots} role="img" aria-label={t`${answered} of ${count} answered`}>
      {checks.map(({ id }, index) => {
        const mark = marked.get(id);
        const state = mark === undefined ? 'open' : isHidden ? 'kept' : mark.isRight ? 'right' : 'wrong';
        return <span key={id} data-state={state} data-now={index === at} />;
      })}
    </span>
  );
}
