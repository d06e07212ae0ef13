import { useEffect, useRef, useState } from 'react';
import { usePrefersReducedMotion } from './usePrefersReducedMotion';

const durationMs = 220;

/** Follows a number: when it changes, counts to it within a fifth of a second; at once where motion is reduced. */
export function useTicking(value: number): number {
  const isStill = usePrefersReducedMotion();
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  useEffect(() => {
    const start = from.current;
    if (isStill || start === value) {
      from.current = value;
      return;
    }
    const begin = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const done = Math.min(Math.max((now - begin) / durationMs, 0), 1);
      from.current = done === 1 ? value : Math.round(start + (value - start) * done);
      setShown(from.current);
      if (done < 1) frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [value, isStill]);
  return isStill ? value : shown;
}
