import { useEffect, useState } from 'react';
import { create } from 'zustand';

type Stopwatch = {
  /** When it was started, by `Date.now`; undefined while it stands. */
  readonly startedAt: number | undefined;
  /** What it had counted before that. */
  readonly beforeMs: number;
  readonly toggle: () => void;
  readonly reset: () => void;
};

// Outside of the presenter, so that it goes on from page to page of a lesson.
export const useStopwatch = create<Stopwatch>()((set) => ({
  startedAt: undefined,
  beforeMs: 0,
  toggle: () => {
    const now = Date.now();
    set(({ startedAt, beforeMs }) =>
      startedAt === undefined ? { startedAt: now } : { startedAt: undefined, beforeMs: beforeMs + now - startedAt },
    );
  },
  reset: () => {
    set(({ startedAt }) => ({ startedAt: startedAt === undefined ? undefined : Date.now(), beforeMs: 0 }));
  },
}));

/** What the stopwatch shows: `12:34`. */
export function useStopwatchText(): string {
  const { startedAt, beforeMs } = useStopwatch();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (startedAt === undefined) return;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [startedAt]);
  return clockText(beforeMs + (startedAt === undefined ? 0 : Math.max(0, now - startedAt)));
}

/** Minutes and seconds, two digits each at least. */
function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}
