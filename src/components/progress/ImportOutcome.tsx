import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { AnswerMisfit } from '../../course/progress/answerMisfit';
import type { FittingAnswers } from '../../course/progress/fittingAnswers';
import type { FileFault } from '../../course/progress/progressFile';
import { Message } from '../ui/Message';
import { Sentences } from '../ui/Sentences';
import styles from './ProgressPage.module.css';

/** What came of opening a file. */
export type Outcome =
  | ({ readonly kind: 'taken'; readonly name: string; readonly refused: readonly string[] } & FittingAnswers)
  | { readonly kind: 'refused'; readonly name: string; readonly fault: FileFault }
  /** The questions that its answers are held against did not load. */
  | { readonly kind: 'unchecked'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string };

/** Says what was taken of a file, and why the rest was not. */
export function ImportOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { name } = outcome;
  if (outcome.kind === 'taken') return <Taken {...outcome} />;
  return (
    <Message tone="warning">
      {outcome.kind === 'unreadable' ? (
        <Trans>{name} could not be read. Save it again where it comes from, or choose another file.</Trans>
      ) : outcome.kind === 'unchecked' ? (
        <Trans>
          The questions that {name} answers could not be loaded, so nothing was changed. Check the connection, then open
          the file again.
        </Trans>
      ) : outcome.fault.kind === 'newer' ? (
        <Trans>{name} was written by a newer version of this app. Load this page again, then open it.</Trans>
      ) : (
        <Trans>{name} is not a file of progress, so nothing was changed. Choose one that this page saved.</Trans>
      )}
    </Message>
  );
}

/** Entries that are named one by one; a file that has nothing to do with this course may have thousands. */
const named = 8;

function Taken({ fitting, refused, leftOut, remarked }: Extract<Outcome, { readonly kind: 'taken' }>) {
  const { t } = useLingui();
  const reasons: Readonly<Record<AnswerMisfit, string>> = {
    question: t`this version has no such question`,
    kind: t`the question asks for another kind of answer`,
    option: t`the question has no such option`,
    order: t`the order does not have each item once`,
    bars: t`the bars are not those of the question, or not from 0 to 100%`,
    range: t`the number is outside of what can be answered`,
    sliders: t`the sliders do not have these values, or they do not solve the exercise`,
  };
  const lines = [
    ...leftOut.map(({ id, misfit }) => ({ entry: id, reason: reasons[misfit] })),
    ...refused.map((entry) => ({ entry, reason: undefined })),
  ];
  const more = lines.length - named;
  return (
    <>
      <p>
        <Sentences>
          <Plural
            value={fitting.length}
            one="# answer was read. Where a question was answered twice, the later answer stays."
            other="# answers were read. Where a question was answered twice, the later answer stays."
          />
          {remarked === 0 ? null : (
            <Plural
              value={remarked}
              one="# of them was marked otherwise in the file, and is marked again."
              other="# of them were marked otherwise in the file, and are marked again."
            />
          )}
        </Sentences>
      </p>
      {lines.length === 0 ? null : (
        <Message tone="warning">
          <Plural
            value={lines.length}
            one="# entry was left out, as it answers no question of this version. It stays in the file."
            other="# entries were left out, as they answer no question of this version. They stay in the file."
          />
          <ul className={styles.leftOut}>
            {lines.slice(0, named).map(({ entry, reason }, index) => (
              <li key={`${String(index)} ${entry}`}>
                <code>{entry}</code>
                {reason === undefined ? null : `: ${reason}`}
              </li>
            ))}
            {more <= 0 ? null : (
              <li>
                <Plural value={more} one="and # more" other="and # more" />
              </li>
            )}
          </ul>
          {leftOut.some(({ misfit }) => misfit === 'question') ? (
            <Trans>If a newer version asks for them, load this page again, then open the file once more.</Trans>
          ) : null}
        </Message>
      )}
    </>
  );
}
