import { createStore, type StoreApi } from 'zustand';
import type { Result } from '../../nets/result';
import { keepRecords } from '../../run/storage/keepRecords';
import type { StorageFault } from '../../run/storage/openDatabase';
import type { Answer } from './answer';
import { openAnswers, type AnswerDatabase } from './answerDatabase';

/** What was answered in this browser, in all its tabs. */
export type Progress = {
  /** False until the browser has told what it keeps. */
  readonly isRead: boolean;
  /** The latest answer to each question, by the question's id. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Why answers last only as long as the page; null while the browser takes them. */
  readonly fault: StorageFault | null;
  /** What `erase` removed and `undo` brings back. */
  readonly erased: readonly Answer[];
  /** Reads what the browser keeps; further calls do nothing. */
  readonly open: () => Promise<void>;
  readonly answer: (answer: Answer) => Promise<void>;
  /** Adds answers of another browser: of one question the later answer stays. */
  readonly add: (answers: readonly Answer[]) => Promise<void>;
  /** Forgets the answer to one question. */
  readonly forget: (id: string) => Promise<void>;
  /** Forgets all answers, until `undo`. */
  readonly erase: () => Promise<void>;
  readonly undo: () => Promise<void>;
};

/** The progress over a database that `open` opens. */
export function createProgress(open: Open = openAnswers): StoreApi<Progress> {
  return createStore<Progress>()((set, get) => {
    const { opened, put, remove } = keepRecords<Answer>(
      open,
      ({ records, ...others }) => {
        set({ ...others, ...(records === undefined ? {} : { answers: records }) });
      },
      () => ({ ...get(), records: get().answers }),
    );
    return {
      isRead: false,
      answers: new Map(),
      fault: null,
      erased: [],
      open: opened,
      answer: (answer) => put([answer]),
      add: put,
      forget: (id) => remove([id]),
      erase: async () => {
        const all = [...get().answers.values()];
        set({ erased: all });
        await remove(all.map(({ id }) => id));
      },
      undo: async () => {
        const { erased } = get();
        set({ erased: [] });
        await put(erased);
      },
    };
  });
}

type Open = () => Promise<Result<AnswerDatabase, StorageFault>>;

/** The progress of the app. */
export const progress = createProgress();
