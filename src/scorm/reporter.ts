import type { ResultMessage } from '../classroom/tellParent';

/** The calls of SCORM 1.2 that are used here; every one takes and gives texts. */
export type ScormApi = {
  readonly LMSInitialize: (nothing: '') => unknown;
  readonly LMSGetValue: (name: string) => unknown;
  readonly LMSSetValue: (name: string, value: string) => unknown;
  readonly LMSCommit: (nothing: '') => unknown;
  readonly LMSFinish: (nothing: '') => unknown;
};

/** Reports one visit to a learning management system. */
export type Reporter = {
  readonly report: (result: ResultMessage) => void;
  /** Ends the visit; calling it again does nothing. */
  readonly end: () => void;
};

/**
 * Starts a visit. The status goes from `incomplete` to `completed` when everything is answered and `passed` when everything
 * is right, and the score is the best so far: what the system has is never taken back.
 * @param now milliseconds, for the time spent
 */
export function scormReporter(api: ScormApi, now: () => number = () => Date.now()): Reporter {
  const start = now();
  const set = (name: string, value: string): void => void api.LMSSetValue(`cmi.core.${name}`, value);
  let isOver = false;
  api.LMSInitialize('');
  let best = rankOf(String(api.LMSGetValue('cmi.core.lesson_status')));
  // An empty text is no score yet.
  let bestScore = Number(api.LMSGetValue('cmi.core.score.raw')) || 0;
  if (best < 0) {
    best = 0;
    set('lesson_status', 'incomplete');
    api.LMSCommit('');
  }
  return {
    report: ({ score, max, done, solved }) => {
      if (isOver || max <= 0) return;
      set('score.min', '0');
      set('score.max', '100');
      bestScore = Math.max(bestScore, Math.round((100 * score) / max));
      set('score.raw', String(bestScore));
      const rank = rankOf(solved ? 'passed' : done ? 'completed' : 'incomplete');
      if (rank > best) {
        best = rank;
        set('lesson_status', statuses[rank] ?? 'incomplete');
      }
      api.LMSCommit('');
    },
    end: () => {
      if (isOver) return;
      isOver = true;
      set('session_time', timeText(now() - start));
      // Without it a system may take the visit for the last one, and forget the score.
      set('exit', 'suspend');
      api.LMSCommit('');
      api.LMSFinish('');
    },
  };
}

/** From the first answer to the best. */
const statuses = ['incomplete', 'completed', 'passed'];

/** -1 for a status that the first report replaces, such as `not attempted`. */
function rankOf(status: string): number {
  return statuses.indexOf(status);
}

/** SCORM's CMITimespan: `0000:03:25.00`. */
function timeText(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = Math.max(0, ms / 1000);
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.00`;
}
