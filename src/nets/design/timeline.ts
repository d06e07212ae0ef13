/** What was before and what was undone; the present is held elsewhere. The last is the nearest. */
export type Timeline<T> = {
  readonly past: readonly T[];
  readonly future: readonly T[];
  readonly last: Change | undefined;
};

/** What changed last: steps of one slider that follow each other at once are undone together. */
type Change = { readonly of: string; readonly atMs: number };

export const emptyTimeline = { past: [], future: [], last: undefined } as const;

/** How soon a change of the same thing belongs to the one before it. */
const togetherMs = 800;

/** How many steps can be undone. */
const maxPast = 200;

/** The timeline after a change of the present; `of` names what changed. */
export function changed<T>(timeline: Timeline<T>, present: T, last: Change): Timeline<T> {
  const before = timeline.last;
  const isTogether = before?.of === last.of && last.atMs - before.atMs < togetherMs;
  return { past: isTogether ? timeline.past : [...timeline.past, present].slice(-maxPast), future: [], last };
}

/** One step back: the timeline after it and what is the present then; undefined at the beginning. */
export function undone<T>(timeline: Timeline<T>, present: T): { timeline: Timeline<T>; present: T } | undefined {
  const [before] = timeline.past.slice(-1);
  if (before === undefined) return undefined;
  const moved = { past: timeline.past.slice(0, -1), future: [...timeline.future, present], last: undefined };
  return { timeline: moved, present: before };
}

/** One step forward again. */
export function redone<T>(timeline: Timeline<T>, present: T): { timeline: Timeline<T>; present: T } | undefined {
  const [after] = timeline.future.slice(-1);
  if (after === undefined) return undefined;
  const moved = { past: [...timeline.past, present], future: timeline.future.slice(0, -1), last: undefined };
  return { timeline: moved, present: after };
}
