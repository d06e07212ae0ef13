import { useLingui } from '@lingui/react/macro';
import type { Task } from '../../../classroom/task';
import { taskPages } from './taskPages';

/** What a task is about, in a few words: a page, the questions of a chapter, or the concept inventory. */
export function useTaskSubject(): (task: Task) => string {
  const { t, i18n } = useLingui();
  const titleOf = (path: string): string => {
    const title = taskPages.get(path);
    return title === undefined ? path : i18n._(title);
  };
  return (task) => {
    switch (task.kind) {
      case 'page':
        return titleOf(task.address.replace(/\?.*$/, ''));
      case 'quiz': {
        const [chapter, draw] = [titleOf(task.chapter), task.seed];
        return t`questions of ${chapter}, draw ${draw}`;
      }
      case 'inventory':
        return task.when === 'before' ? t`concept inventory before the course` : t`concept inventory after the course`;
    }
  };
}
