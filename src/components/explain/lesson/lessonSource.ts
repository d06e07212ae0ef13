import { createContext, use } from 'react';
import type { Lesson } from '../../../course/lesson';

/** Loads the lesson of the chapter at this address; undefined where there is none. */
export type LessonSource = (path: string) => Promise<Lesson | undefined>;

/** The lessons of all chapters, for pages that ask or show questions of others. The app provides it, as pages do not import each other. */
export const LessonSourceContext = createContext<LessonSource>(() => Promise.resolve(undefined));

export function useLessonSource(): LessonSource {
  return use(LessonSourceContext);
}
