import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Answer } from '../../../course/progress/answer';
import { progress, type Progress } from '../../../course/progress/progress';

/** What was answered in this browser; opens its store on the first use. */
export function useProgress<T>(select: (progress: Progress) => T): T {
  useEffect(() => {
    void progress.getState().open();
  }, []);
  return useStore(progress, select);
}

/** The latest answer to a question. */
export function useAnswer(id: string): Answer | undefined {
  return useProgress(({ answers }) => answers.get(id));
}
