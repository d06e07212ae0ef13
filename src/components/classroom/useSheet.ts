import { useEffect, useMemo } from 'react';
import { create, useStore } from 'zustand';
import { answersTo, sheets } from '../../classroom/kept/sheets';
import { taskId, type Task } from '../../classroom/task';
import type { Said } from '../../classroom/taskResult';

/** The answers to the questions of a task so far. The questions are on the page, the button to hand them in is in the bar. */
export type Sheet = {
  readonly answers: Readonly<Record<string, Said>>;
  /** False until the browser has told what it keeps. */
  readonly isRead: boolean;
  /** Whether answers last only as long as the page. */
  readonly isLost: boolean;
};

/** What was answered to the questions of a task in this browser. */
export function useSheet(task: Task): Sheet {
  const id = taskId(task);
  const { records, isRead, fault } = useStore(sheets);
  useEffect(() => {
    void sheets.getState().open();
  }, []);
  const answers = useMemo(() => answersTo(id, { records }), [id, records]);
  return { answers, isRead, isLost: fault !== null };
}

type OpenSheets = {
  /** How many questions the page shows, by the task. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many people have begun on this page, by the task: each begins with empty fields. */
  readonly begun: ReadonlyMap<string, number>;
  readonly show: (task: string, count: number) => void;
  readonly begin: (task: string) => void;
};

/** What the page with the questions and the bar have to know of each other besides the answers. */
export const useOpenSheets = create<OpenSheets>()((set) => ({
  counts: new Map(),
  begun: new Map(),
  show: (task, count) => {
    set(({ counts }) => ({ counts: new Map(counts).set(task, count) }));
  },
  begin: (task) => {
    set(({ begun }) => ({ begun: new Map(begun).set(task, (begun.get(task) ?? 0) + 1) }));
  },
}));
