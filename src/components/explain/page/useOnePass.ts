import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';

type Pass = {
  /** How much of the pass is done, 0 to 1. */
  readonly progress: number;
  /** Runs it again; absent where nothing moves. */
  readonly play?: () => void;
};

/** A pass of `durationMs` that runs once when it mounts. It is done from the start where motion is reduced, and on paper. */
export function useOnePass(durationMs: number): Pass {
  const isStill = usePrefersReducedMotion();
  const [run, setRun] = useState({ number: 0, progress: 0 });
  useEffect(() => {
    if (isStill) return;
    let start: number | undefined;
    let frame = requestAnimationFrame(function step(now) {
      start ??= now;
      const progress = Math.min((now - start) / durationMs, 1);
      setRun({ number: run.number, progress });
      if (progress < 1) frame = requestAnimationFrame(step);
    });
    const finish = () => {
      cancelAnimationFrame(frame);
      flushSync(() => {
        setRun({ number: run.number, progress: 1 });
      });
    };
    window.addEventListener('beforeprint', finish);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('beforeprint', finish);
    };
  }, [isStill, durationMs, run.number]);
  if (isStill) return { progress: 1 };
  return {
    progress: run.progress,
    play: () => {
      setRun({ number: run.number + 1, progress: 0 });
    },
  };
}
