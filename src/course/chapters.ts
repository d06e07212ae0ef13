import type { MessageDescriptor } from '@lingui/core';
import { checksShown } from './lesson';
import { pageTitles, type TitledPath } from './pageTitles';

/** What the course says of a chapter before its page is loaded. A test holds the counts equal to the chapter's lesson. */
export type CourseChapter = {
  readonly path: TitledPath;
  readonly title: MessageDescriptor;
  readonly minutes: number;
  readonly predictions: number;
  readonly exercises: number;
};

/** In teaching order. */
export const courseChapters: readonly CourseChapter[] = [
  chapter('/counting', { minutes: 40, predictions: 5, exercises: 3 }),
  chapter('/squeezenet', { minutes: 30, predictions: 6, exercises: 3 }),
  chapter('/xception', { minutes: 30, predictions: 6, exercises: 3 }),
  chapter('/mobilenet-v1', { minutes: 35, predictions: 7, exercises: 3 }),
  chapter('/shufflenet-v1', { minutes: 35, predictions: 7, exercises: 3 }),
  chapter('/mobilenet-v2', { minutes: 40, predictions: 8, exercises: 3 }),
  chapter('/shufflenet-v2', { minutes: 45, predictions: 10, exercises: 3 }),
  chapter('/mobilenet-v3', { minutes: 35, predictions: 7, exercises: 3 }),
  chapter('/efficientnet-lite0', { minutes: 20, predictions: 5, exercises: 3 }),
  chapter('/summary', { minutes: 25, predictions: 5, exercises: 3 }),
];

/** Questions of a chapter that count as its progress: all predictions and exercises, and as many checks as are shown. */
export function questionCount({ predictions, exercises }: CourseChapter): number {
  return predictions + checksShown + exercises;
}

function chapter(path: TitledPath, counts: Omit<CourseChapter, 'path' | 'title'>): CourseChapter {
  return { path, title: pageTitles[path], ...counts };
}
