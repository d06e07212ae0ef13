import { createStore, type StoreApi } from 'zustand';
import type { Task } from '../../classroom/task';
import { forgetDatabase, type StorageFault } from '../../run/storage/openDatabase';
import { collectionName, openCollection, type Collection } from './collection';
import { oldResults } from './oldResults';
import { readResultFile, type ImportFault, type ReadResults } from './readResultFile';
import { collectableKey, type Collectable } from './collectable';
import type { Contents, StoredRow } from './storedRows';

/** Outcome of the latest import: new results, known ones, and what was wrong. */
export type ImportOutcome = {
  readonly added: number;
  readonly known: number;
  /** Tasks whose own links were given. */
  readonly tasks: readonly Task[];
  readonly faults: readonly ImportFault[];
  /** Lines of texts that hold results, but not in these. */
  readonly passedLines: number;
};

/** What one press removed, from the store and from the page alone. */
export type Removal = { readonly stored: readonly StoredRow[]; readonly loose: readonly Collectable[] };

export type CollectedState = {
  /** Null until the store is read, or found to be none. */
  readonly contents: Contents | null;
  /** Results that the browser did not store: they last as long as the page. */
  readonly loose: readonly Collectable[];
  /** Why results are not stored, or not shown. */
  readonly fault: StorageFault | null;
  readonly outcome: ImportOutcome | null;
  /** Files read so far of those chosen together; null when none are being read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What can be put back, latest last. */
  readonly removals: readonly Removal[];
};

export type Collected = {
  readonly state: StoreApi<CollectedState>;
  /** Adds the results in a text: links, codes or JSON. */
  readonly importText: (text: string) => Promise<void>;
  readonly importResult: (result: Collectable) => Promise<void>;
  readonly importFiles: (files: readonly File[]) => Promise<void>;
  /** Removes results by code, and what is set aside by key. */
  readonly remove: (keys: readonly IDBValidKey[]) => Promise<void>;
  /** Puts back what was removed last. */
  readonly undo: () => Promise<void>;
  /** Opens the store again, and stores what could not be stored before. */
  readonly retry: () => Promise<void>;
  /** Deletes the whole store, and makes a new one. */
  readonly startAgain: () => Promise<void>;
  readonly close: () => void;
};

type Desk = { readonly state: StoreApi<CollectedState>; collection: Collection | null };

/**
 * The collected results as a page shows them. They are stored for all tabs of this browser; where it stores nothing, they
 * last as long as the page, and `fault` says why. Actions run one after the other and never reject.
 */
export function collectResults(): Collected {
  const state = createStore<CollectedState>()(() => ({
    contents: null,
    loose: [],
    fault: null,
    outcome: null,
    progress: null,
    removals: [],
  }));
  const desk: Desk = { state, collection: null };
  let last = open(desk);
  const inTurn =
    <A extends readonly unknown[]>(act: (desk: Desk, ...parameters: A) => Promise<void>) =>
    (...parameters: A): Promise<void> => {
      const run = (): Promise<void> => act(desk, ...parameters);
      last = last.then(run, run);
      return last;
    };
  return {
    state,
    importText: inTurn((_, text: string) =>
      importAll(desk, [() => readResultFile({ name: null, size: text.length, text: () => Promise.resolve(text) })]),
    ),
    importResult: inTurn((_, result: Collectable) =>
      importAll(desk, [() => Promise.resolve({ results: [result], tasks: [], faults: [], passedLines: 0 })]),
    ),
    importFiles: inTurn((_, files: readonly File[]) =>
      importAll(
        desk,
        files.map((file) => () => readResultFile(file)),
      ),
    ),
    remove: inTurn(remove),
    undo: inTurn(undo),
    retry: inTurn(open),
    startAgain: inTurn(startAgain),
    close: () => {
      desk.collection?.close();
    },
  };
}

/** Opens the store and moves into it what an earlier version stored elsewhere, and what only the page has. */
async function open(desk: Desk): Promise<void> {
  const { getState, setState } = desk.state;
  const old = oldResults();
  desk.collection?.close();
  const opened = await openCollection();
  desk.collection = opened.ok ? opened.value : null;
  if (!opened.ok) {
    setState(({ contents, loose }) => ({
      fault: opened.error,
      contents: contents ?? { results: [], handedIn: [], aside: [] },
      loose: distinct([...loose, ...old.results]),
    }));
    return;
  }
  opened.value.onChangeElsewhere(() => void refresh(desk));
  setState({ fault: null });
  const moved = await opened.value.add([...old.results, ...getState().loose]);
  const others = await opened.value.setAside(old.others);
  if (moved.ok) setState({ loose: [] });
  if (moved.ok && others.ok) old.forget();
  const fault = moved.ok ? others : moved;
  if (!fault.ok) setState(({ loose }) => ({ fault: fault.error, loose: distinct([...loose, ...old.results]) }));
  await refresh(desk);
}

async function refresh({ state, collection }: Desk): Promise<void> {
  const read = await collection?.read();
  if (read?.ok === true) state.setState({ contents: read.value });
  else if (read !== undefined) state.setState({ fault: read.error });
}

/** Files read at a time: many enough to be quick, few enough to show progress. */
const filesAtATime = 50;

/** Adds what each of `readers` finds. A bad one is told, and the others are taken. */
async function importAll(desk: Desk, readers: readonly (() => Promise<ReadResults>)[]): Promise<void> {
  const { setState } = desk.state;
  let outcome: ImportOutcome = { added: 0, known: 0, tasks: [], faults: [], passedLines: 0 };
  setState({ outcome: null });
  try {
    for (let done = 0; done < readers.length; done += filesAtATime) {
      if (readers.length > 1) setState({ progress: { done, total: readers.length } });
      const read = await Promise.all(readers.slice(done, done + filesAtATime).map((reader) => reader()));
      const results = read.flatMap((each) => each.results);
      const added = await add(desk, results);
      outcome = {
        added: outcome.added + added,
        known: outcome.known + results.length - added,
        tasks: [...outcome.tasks, ...read.flatMap((each) => each.tasks)],
        faults: [...outcome.faults, ...read.flatMap((each) => each.faults)],
        passedLines: read.reduce((total, each) => total + each.passedLines, outcome.passedLines),
      };
    }
    if (outcome.added > 0) await refresh(desk);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    outcome = { ...outcome, faults: [...outcome.faults, { from: null, reason: 'unreadable', detail }] };
  } finally {
    setState({ outcome, progress: null });
  }
}

/** Adds results and resolves to the number of new ones. What cannot be stored stays on the page. */
async function add({ state, collection }: Desk, results: readonly Collectable[]): Promise<number> {
  if (results.length === 0) return 0;
  const added = await collection?.add(results);
  if (added?.ok === true) return added.value;
  if (added !== undefined) state.setState({ fault: added.error });
  const { contents, loose } = state.getState();
  const stored = new Set([...(contents?.results ?? []), ...(contents?.handedIn ?? [])].map(({ code }) => code));
  const all = distinct([...loose, ...results.filter((result) => !stored.has(collectableKey(result)))]);
  state.setState({ loose: all });
  return all.length - loose.length;
}

function distinct(results: readonly Collectable[]): readonly Collectable[] {
  return [...new Map(results.map((result) => [collectableKey(result), result])).values()];
}

async function remove(desk: Desk, keys: readonly IDBValidKey[]): Promise<void> {
  const { getState, setState } = desk.state;
  const removed = await desk.collection?.remove(keys);
  if (removed?.ok === false) {
    setState({ fault: removed.error });
    return;
  }
  const wanted = new Set(keys);
  const isWanted = (result: Collectable): boolean => wanted.has(collectableKey(result));
  const { loose, removals } = getState();
  const removal = { stored: removed?.value ?? [], loose: loose.filter(isWanted) };
  setState({
    loose: loose.filter((result) => !isWanted(result)),
    removals: [...removals, removal],
    outcome: null,
  });
  await refresh(desk);
}

async function undo(desk: Desk): Promise<void> {
  const { getState, setState } = desk.state;
  const { removals } = getState();
  const latest = removals.at(-1);
  if (latest === undefined) return;
  const restored = await desk.collection?.restore(latest.stored);
  if (restored?.ok === false) {
    setState({ fault: restored.error });
    return;
  }
  setState(({ loose }) => ({ removals: removals.slice(0, -1), loose: distinct([...loose, ...latest.loose]) }));
  await refresh(desk);
}

async function startAgain(desk: Desk): Promise<void> {
  desk.collection?.close();
  desk.collection = null;
  const fault = await forgetDatabase(collectionName);
  if (fault === null) await open(desk);
  else desk.state.setState({ fault });
}
