import { Trans, useLingui } from '@lingui/react/macro';
import type { ShownCheck } from '../../../course/drawChecks';
import type { Cause, Mark } from '../../../course/marking';
import type { Given } from '../../../course/progress/answer';
import { exactNumberText, fixedText } from '../../ui/numberText';
import styles from './CheckFeedback.module.css';
import { useWords } from './useWords';

/** What was answered to a check, and whether it is right. */
export type Marked = { readonly given: Given; readonly isRight: boolean };

type CheckFeedbackProps = {
  readonly check: ShownCheck;
  readonly marked: Marked;
  /** How a typed number was marked. */
  readonly mark: Mark | undefined;
};

/** Right or wrong, the likely cause, the answer, and why. */
export function CheckFeedback({ check, marked, mark }: CheckFeedbackProps) {
  const { i18n } = useLingui();
  const write = useWords();
  const chosen =
    check.kind === 'choice' && marked.given.kind === 'choice'
      ? check.options.find(({ value }) => value === (marked.given.kind === 'choice' ? marked.given.value : ''))
      : undefined;
  const answer =
    check.kind === 'computed'
      ? answerText(check, i18n.locale)
      : check.kind === 'choice'
        ? write(check.options.find(({ value }) => value === check.answer)?.label ?? check.question)
        : undefined;
  return (
    <>
      <p>
        {marked.isRight ? (
          <strong>
            <Trans>Right.</Trans>
          </strong>
        ) : (
          <strong className={styles.miss}>
            {mark?.kind === 'wrong' ? <CauseText cause={mark.cause} /> : <Trans>Not so.</Trans>}
          </strong>
        )}{' '}
        {answer === undefined ? (
          check.kind === 'truth' && check.isTrue ? (
            <Trans>It is true.</Trans>
          ) : (
            <Trans>It is false.</Trans>
          )
        ) : (
          <Trans>The answer: {answer}.</Trans>
        )}
      </p>
      {chosen?.why === undefined || marked.isRight ? null : <p>{write(chosen.why)}</p>}
      <p>{write(check.why)}</p>
    </>
  );
}

function answerText(check: Extract<ShownCheck, { readonly kind: 'computed' }>, locale: string): string {
  const { answer, decimals, form, unit } = check;
  const digits = decimals === undefined ? exactNumberText(answer, locale) : fixedText(answer, locale, decimals);
  if (unit !== undefined) return `${digits} ${unit}`;
  return `${digits}${form === 'times' ? '×' : form === 'percent' ? '%' : ''}`;
}

function CauseText({ cause }: { readonly cause: Cause }) {
  const { i18n } = useLingui();
  const write = useWords();
  switch (cause.kind) {
    case 'flops':
      return <Trans>That is FLOPs: a multiply-add is counted once.</Trans>;
    case 'inputMap':
      return <Trans>You used the input map: the output map counts.</Trans>;
    case 'known':
      return write(cause.why);
    case 'unknown': {
      const { ratio } = cause;
      const factor = ratio < 1 ? 1 / ratio : ratio;
      if (!(ratio > 0) || !Number.isFinite(factor)) return <Trans>Not so.</Trans>;
      const times = fixedText(factor, i18n.locale, factor < 9.95 ? 2 : 0);
      return ratio < 1 ? <Trans>{times}× too little.</Trans> : <Trans>{times}× too much.</Trans>;
    }
  }
}
