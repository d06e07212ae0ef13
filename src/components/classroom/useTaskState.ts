import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { conditionStates, type ConditionState } from '../../classroom/goal';
import { heldNetwork } from '../../classroom/locks';
import { keysOf, networkAt, type Query } from '../../classroom/setting';
import { subjectsOf, type Subject } from '../../classroom/subject';
import type { PageTask } from '../../classroom/task';
import { networkName } from '../../nets/models/networkName';
import { addressAt, placeOf } from './taskPlace';

export type TaskState = {
  readonly subjects: readonly Subject[];
  readonly states: readonly ConditionState[];
  /** Null for a task without a goal. */
  readonly isSolved: boolean | null;
  /** The page as it is now. */
  readonly address: string;
};

/** What the goal of a task reads on its page now, by the address that the page itself reads. */
export function useTaskState(task: PageTask): TaskState {
  const { path, query: start } = useMemo(() => placeOf(task.address), [task]);
  const subjects = useMemo(() => subjectsOf(path), [path]);
  const parsers = useMemo(
    () => Object.fromEntries(subjects.flatMap(keysOf).map((key) => [key, parseAsString])),
    [subjects],
  );
  const [values] = useQueryStates(parsers);
  return useMemo(() => {
    const query = heldQuery(values, start, task.locked);
    const asked = subjects.filter(({ id }) => task.goal.some(({ subject }) => subject === id));
    const states = conditionStates(task.goal, asked, query);
    return {
      subjects,
      states,
      isSolved: states.length === 0 ? null : states.every(({ isMet }) => isMet),
      address: addressAt(path, query),
    };
  }, [values, start, task, subjects, path]);
}

function heldQuery(values: Readonly<Record<string, string | null>>, start: Query, locked: readonly string[]): Query {
  const chosen = Object.entries(values).flatMap(([key, value]) => {
    const held = locked.includes(key) ? (start[key] ?? null) : value;
    return held === null ? [] : [[key, held] as const];
  });
  const query = Object.fromEntries(chosen);
  if (!locked.some((key) => key.startsWith('net:'))) return query;
  return { ...query, net: networkName(heldNetwork(networkAt(query), networkAt(start), locked)) };
}
