import { useEffect, useState } from 'react';
import type { Lesson } from '../../../course/lesson';
import type { TaskResult } from '../../../classroom/taskResult';
import type { LessonSource } from '../../explain/lesson/lessonSource';

export type Lessons = ReadonlyMap<string, Lesson>;

/** The lessons of the chapters that results are about, as they are loaded. */
export function useLessons(source: LessonSource, results: readonly TaskResult[]): Lessons {
  const [lessons, setLessons] = useState<Lessons>(new Map());
  const wanted = [...new Set(results.map(chapterOfResult))].toSorted().join(' ');
  useEffect(() => {
    let isCurrent = true;
    for (const path of wanted.split(' ').filter((each) => each !== '')) {
      void source(path).then((lesson) => {
        if (isCurrent && lesson !== undefined) setLessons((known) => new Map(known).set(path, lesson));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [source, wanted]);
  return lessons;
}

/** The address of the chapter that a result is about; empty where there is none. */
export function chapterOfResult({ outcome }: TaskResult): string {
  switch (outcome.kind) {
    case 'page':
      return outcome.address.replace(/\?.*$/, '');
    case 'quiz':
      return outcome.chapter;
    case 'inventory':
      return '';
  }
}
