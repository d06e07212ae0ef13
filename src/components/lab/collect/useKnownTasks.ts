import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { keepGivenTasks, listedTasks, madeTasks } from '../../../classroom/kept/madeTasks';
import { taskId, type Task } from '../../../classroom/task';

/**
 * The tasks that this browser knows, by their ids: those that were made in it, and those whose links came here.
 * @param given tasks of links that came just now; they are kept
 */
export function useKnownTasks(given: readonly Task[] | undefined): ReadonlyMap<string, Task> {
  const records = useStore(madeTasks, (state) => state.records);
  useEffect(() => {
    void keepGivenTasks(madeTasks, given ?? []);
  }, [given]);
  return useMemo(() => new Map(listedTasks({ records }).map(({ task }) => [taskId(task), task])), [records]);
}
