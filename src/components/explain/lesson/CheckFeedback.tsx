import { Trans, useLingui } from '@lingui/react/macro';
import type { ShownCheck } from '../../../course/drawChecks';
import type { Marked } from '../../../course/marked';
import type { Cause } from '../../../course/marking';
import type { Given } from '../../../course/progress/answer';
import { readBack } from '../../../course/readBack';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { Sentences } from '../../ui/Sentences';
import styles from './CheckFeedback.module.css';
import { quotedText } from './quotedText';
import { useWords } from './useWords';

type CheckFeedbackProps = { readonly check: ShownCheck; readonly marked: Marked };

/** What was answered, right or wrong, the likely cause, the answer, and why. */
export function CheckFeedback({ check, marked }: CheckFeedbackProps) {
  const { mark } = marked;
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
      <p className={styles.said}>
        <Said check={check} given={marked.given} />
      </p>
      <p>
        <Sentences>
          {marked.isRight ? (
            <strong>
              <Trans>Right.</Trans>
            </strong>
          ) : (
            <strong className={styles.miss}>
              {mark?.kind === 'wrong' ? <CauseText cause={mark.cause} /> : <Trans>Not so.</Trans>}
            </strong>
          )}
          {answer === undefined ? (
            check.kind === 'truth' && check.isTrue ? (
              <Trans>It is true.</Trans>
            ) : (
              <Trans>It is false.</Trans>
            )
          ) : (
            <Trans>The answer: {answer}.</Trans>
          )}
        </Sentences>
      </p>
      {chosen?.why === undefined || marked.isRight ? null : <p>{write(chosen.why)}</p>}
      <p>{write(check.why)}</p>
    </>
  );
}

/** What was answered, as it was typed and as it was read. */
function Said({ check, given }: { readonly check: ShownCheck; readonly given: Given }) {
  const { i18n } = useLingui();
  const write = useWords();
  if (check.kind === 'computed' && given.kind === 'number') {
    const quoted = (value: number): string => withUnit(check, quotedText(value, i18n.locale));
    const { typed, read } = readBack(given.text, given.value, quoted, withUnit(check, '').trim());
    return read === undefined ? (
      <Trans>You answered {typed}.</Trans>
    ) : (
      <Trans>
        You answered {typed}, read as {read}.
      </Trans>
    );
  }
  if (given.kind === 'truth')
    return given.isTrue ? <Trans>You answered: true.</Trans> : <Trans>You answered: false.</Trans>;
  const chosen =
    check.kind === 'choice' && given.kind === 'choice'
      ? check.options.find(({ value }) => value === given.value)
      : undefined;
  if (chosen === undefined) return null;
  const label = write(chosen.label);
  return <Trans>You answered: {label}.</Trans>;
}

type ShownComputed = Extract<ShownCheck, { readonly kind: 'computed' }>;

function answerText(check: ShownComputed, locale: string): string {
  const { answer, decimals } = check;
  return withUnit(
    check,
    decimals === undefined ? exactNumberText(answer, locale) : fixedText(answer, locale, decimals),
  );
}

function withUnit({ form, unit }: ShownComputed, digits: string): string {
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
      const { distance } = cause;
      if (distance.kind === 'none') return <Trans>Not so.</Trans>;
      if (distance.kind === 'beyond')
        return distance.side === 'over' ? (
          <Trans>More than a thousand times too much.</Trans>
        ) : (
          <Trans>More than a thousand times too little.</Trans>
        );
      const times = fixedText(distance.factor, i18n.locale, distance.factor < 9.95 ? 2 : 0);
      return distance.side === 'over' ? <Trans>{times}× too much.</Trans> : <Trans>{times}× too little.</Trans>;
    }
  }
}
