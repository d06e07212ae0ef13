import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePrefersReducedMotion } from '../ui/usePrefersReducedMotion';

type Uncovering = {
  /** Which run this is: each begins with new covers. */
  readonly run: number;
  /** How many of the covers have gone. */
  readonly uncovered: number;
  /** Says that the next cover has gone. */
  readonly onUncovered: () => void;
  /** Runs it again; absent where nothing moves. */
  readonly play?: () => void;
};

/**
 * Covers that go one after the other, once when it mounts. The style sheet moves them, so that nothing is rendered at each
 * frame while a network starts. All are gone from the start where motion is reduced, and on paper.
 */
export function useUncovering(count: number): Uncovering {
  const isStill = usePrefersReducedMotion();
  const [{ run, uncovered }, setRun] = useState({ run: 0, uncovered: 0 });
  useEffect(() => {
    const finish = () => {
      flushSync(() => {
        setRun((now) => ({ ...now, uncovered: count }));
      });
    };
    window.addEventListener('beforeprint', finish);
    return () => {
      window.removeEventListener('beforeprint', finish);
    };
  }, [count]);
  const onUncovered = () => {
    setRun((now) => ({ ...now, uncovered: now.uncovered + 1 }));
  };
  if (isStill) return { run, uncovered: count, onUncovered };
  return {
    run,
    uncovered,
    onUncovered,
    play: () => {
      setRun({ run: run + 1, uncovered: 0 });
    },
  };
}
