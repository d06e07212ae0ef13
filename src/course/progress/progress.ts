import { createStore, type StoreApi } from 'zustand';
import type { Result } from '../../nets/result';
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
    const { opened, put, remove } = keeping(open, set, get);
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
type Kept = Pick<Progress, 'isRead' | 'answers' | 'fault'>;

/** Keeps the answers of a state and those of the browser the same. */
function keeping(open: Open, set: (state: Partial<Kept>) => void, get: () => Kept) {
  let database: ReturnType<Open> | undefined;
  /** Answers that the browser has not taken yet. They stay on the page, and are tried again with the next ones. */
  const waiting = new Map<string, Answer>();

  const read = async (known: AnswerDatabase): Promise<void> => {
    const stored = await known.read();
    if (stored.ok) set({ isRead: true, answers: latestById([...stored.value, ...waiting.values()]) });
    else set({ isRead: true, fault: stored.error });
  };
  const connected = (): ReturnType<Open> => {
    database ??= open().then(async (result) => {
      if (result.ok) {
        result.value.onChangeElsewhere(() => void read(result.value));
        await read(result.value);
      } else set({ isRead: true, fault: result.error });
      return result;
    });
    return database;
  };
  return {
    opened: async (): Promise<void> => {
      await connected();
    },
    put: async (answers: readonly Answer[]): Promise<void> => {
      for (const answer of answers) waiting.set(answer.id, answer);
      set({ answers: latestById([...get().answers.values(), ...answers]) });
      const known = await connected();
      const sent = [...waiting.values()];
      const written = known.ok ? await known.value.put(sent) : known;
      if (written.ok) for (const answer of sent) if (waiting.get(answer.id) === answer) waiting.delete(answer.id);
      set({ fault: written.ok ? null : written.error });
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) waiting.delete(id);
      const removed = new Set(ids);
      set({ answers: new Map([...get().answers].filter(([id]) => !removed.has(id))) });
      const known = await connected();
      const done = known.ok ? await known.value.remove(ids) : known;
      set({ fault: done.ok ? null : done.error });
    },
  };
}

/** The progress of the app. */
export const progress = createProgress();

/** Of several answers to one question the latest. */
function latestById(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  const latest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = latest.get(answer.id);
    if (known === undefined || Date.parse(known.at) <= Date.parse(answer.at)) latest.set(answer.id, answer);
  }
  return latest;
}
