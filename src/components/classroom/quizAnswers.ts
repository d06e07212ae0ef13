import { create } from 'zustand';
import type { Said } from '../../classroom/taskResult';

/** What was answered to the questions of a task so far, by question. */
export type AnswerSheet = { readonly count: number; readonly answers: Readonly<Record<string, Said>> };

type QuizAnswers = {
  /** By the code of the task. */
  readonly sheets: ReadonlyMap<string, AnswerSheet>;
  readonly begin: (code: string, count: number) => void;
  /** Undefined takes an answer back. */
  readonly answer: (code: string, id: string, said: Said | undefined) => void;
  readonly clear: (code: string) => void;
};

/** Answers that are not handed in yet: the questions are on the page, the button to hand them in is in the bar. */
export const useQuizAnswers = create<QuizAnswers>()((set) => {
  const change = (code: string, next: (sheet: AnswerSheet) => AnswerSheet): void => {
    set(({ sheets }) => ({ sheets: new Map(sheets).set(code, next(sheets.get(code) ?? { count: 0, answers: {} })) }));
  };
  return {
    sheets: new Map(),
    begin: (code, count) => {
      change(code, (sheet) => ({ ...sheet, count }));
    },
    answer: (code, id, said) => {
      change(code, ({ count, answers }) => {
        const others = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id));
        return { count, answers: said === undefined ? others : { ...others, [id]: said } };
      });
    },
    clear: (code) => {
      change(code, ({ count }) => ({ count, answers: {} }));
    },
  };
});
