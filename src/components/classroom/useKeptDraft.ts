import { useState } from 'react';
import { keepTask, keptUnder, madeTasks } from '../../classroom/kept/madeTasks';
import { taskCode, type Task } from '../../classroom/task';

/** Keeps the task in the making, as soon as it has anything of the teacher's, and whenever its link is taken. */
export function useKeptDraft(task: Task) {
  const [id, setId] = useState<string | null>(null);
  // After a reload the draft of the address goes on where it was kept.
  const idNow = (): string | null => id ?? keptUnder(madeTasks.getState(), taskCode(task));
  return {
    change: (changed: Task): void => {
      if (isStarted(changed)) setId(keepTask(madeTasks, changed, idNow(), false));
    },
    /** The link was taken: the task stays as it is now. */
    give: (): void => {
      setId(keepTask(madeTasks, task, idNow(), true));
    },
    /** What follows is another task. */
    begin: (): void => {
      setId('');
    },
  };
}

function isStarted(task: Task): boolean {
  return task.title.trim() !== '' || task.text.trim() !== '' || (task.kind === 'page' && task.goal.length > 0);
}
