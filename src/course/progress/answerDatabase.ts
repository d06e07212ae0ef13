import { success, type Result } from '../../nets/result';
import { connectTo } from '../../run/storage/connection';
import type { DatabaseForm, StorageFault } from '../../run/storage/openDatabase';
import { otherTabs } from '../../run/storage/otherTabs';
import { answerOf, type Answer } from './answer';

/**
 * The answers that this browser stores, a record a question, for all its tabs: tabs that write at the same time lose
 * nothing of each other's, and a write that fails changes nothing.
 */
export type AnswerDatabase = {
  /** Records that are no answers, which a newer version may have written, are left where they are. */
  readonly read: () => Promise<Result<readonly Answer[], StorageFault>>;
  /** Stores answers; of one question the latest counts. */
  readonly put: (answers: readonly Answer[]) => Promise<Result<undefined, StorageFault>>;
  readonly remove: (ids: readonly string[]) => Promise<Result<undefined, StorageFault>>;
  /** Calls `listener` after another tab has changed something. Returns the end of that. */
  readonly onChangeElsewhere: (listener: () => void) => () => void;
  readonly close: () => void;
};

const answerDatabaseName = 'featherweight.progress';

const form: DatabaseForm = { name: answerDatabaseName, version: 1, store: 'progress', earlier: 'keep' };

/** Opens the answers, and makes their database on the first visit. */
export async function openAnswers(): Promise<Result<AnswerDatabase, StorageFault>> {
  const opened = await connectTo(form);
  if (!opened.ok) return opened;
  const { read, write, close } = opened.value;
  const tabs = otherTabs(answerDatabaseName);
  return success({
    read: () =>
      read(async (store) => {
        const values = await store.getAll();
        return values.flatMap((value) => {
          const answer = answerOf(value, answerDatabaseName);
          return answer.ok ? [answer.value] : [];
        });
      }),
    put: async (answers) => {
      const written = await write(async (store) => {
        const known = await Promise.all(answers.map(({ id }) => store.get(id)));
        const newer = answers.filter((answer, index) => !isLater(known[index], answer));
        await Promise.all(newer.map((answer) => store.put(answer, answer.id)));
        return undefined;
      });
      if (written.ok) tabs.tell();
      return written;
    },
    remove: async (ids) => {
      const removed = await write(async (store) => {
        await Promise.all(ids.map((id) => store.delete(id)));
        return undefined;
      });
      if (removed.ok) tabs.tell();
      return removed;
    },
    onChangeElsewhere: tabs.onChange,
    close: () => {
      tabs.close();
      close();
    },
  });
}

/** Whether what is stored was answered after `answer`. */
function isLater(stored: unknown, answer: Answer): boolean {
  const known = answerOf(stored, answerDatabaseName);
  return known.ok && Date.parse(known.value.at) > Date.parse(answer.at);
}
