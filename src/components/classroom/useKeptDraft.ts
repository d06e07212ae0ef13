import { useRef } from 'react';
import { keepTask, keptUnder, madeTasks } from '../../classroom/kept/madeTasks';
import { taskCode, type Task } from '../../classroom/task';

/** Keeps the task in the making, as soon as it has anything of the teacher's, and whenever its link is taken. */
export function useKeptDraft(task: Task) {
  const kept = useRef<Promise<string> | null>(null);
  const keep = (changed: Task, isGiven: boolean): void => {
    kept.current = lastName(kept.current, task).then((id) => keepTask(madeTasks, changed, id, isGiven));
  };
  return {
    change: (changed: Task): void => {
      if (isStarted(changed)) keep(changed, false);
    },
    /** The link was taken: the task stays as it is now. */
    give: (): void => {
      keep(task, true);
    },
    /** What follows is another task. */
    begin: (): void => {
      kept.current = Promise.resolve('');
    },
  };
}

/** What the task is kept under. After a reload the draft of the address goes on where it was kept, once that is read. */
async function lastName(kept: Promise<string> | null, before: Task): Promise<string | null> {
  await madeTasks.getState().open();
  return kept ?? keptUnder(madeTasks.getState(), taskCode(before));
}

function isStarted(task: Task): boolean {
  return task.title.trim() !== '' || task.text.trim() !== '' || (task.kind === 'page' && task.goal.length > 0);
}
