import { Plural, Trans } from '@lingui/react/macro';
import type { FileFault, ReadProgress } from '../../course/progress/progressFile';
import { Message } from '../ui/Message';

/** What came of opening a file. */
export type Outcome =
  | ({ readonly kind: 'taken'; readonly name: string } & ReadProgress)
  | { readonly kind: 'refused'; readonly name: string; readonly fault: FileFault }
  | { readonly kind: 'unreadable'; readonly name: string };

/** Says what was taken of a file, and why the rest was not. */
export function ImportOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { name } = outcome;
  if (outcome.kind === 'unreadable')
    return (
      <Message tone="warning">
        <Trans>{name} could not be read. Save it again where it comes from, or choose another file.</Trans>
      </Message>
    );
  if (outcome.kind === 'refused')
    return (
      <Message tone="warning">
        {outcome.fault.kind === 'newer' ? (
          <Trans>{name} was written by a newer version of this app. Load this page again, then open it.</Trans>
        ) : (
          <Trans>{name} is not a file of progress, so nothing was changed. Choose one that this page saved.</Trans>
        )}
      </Message>
    );
  const [first] = outcome.refused;
  return (
    <>
      <p>
        <Plural
          value={outcome.answers.length}
          one="# answer was read. Where a question was answered twice, the later answer stays."
          other="# answers were read. Where a question was answered twice, the later answer stays."
        />
      </p>
      {first === undefined ? null : (
        <Message tone="warning">
          <Plural
            value={outcome.refused.length}
            one="One entry is no answer and was left out:"
            other="# entries are no answers and were left out. The first:"
          />{' '}
          <code>{first}</code>
        </Message>
      )}
    </>
  );
}
