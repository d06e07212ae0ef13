import { tellParent } from './tellParent';

/** A page whose height follows that of its frame would make it grow without end. */
const [maxTells, withinMs] = [30, 2000];

/**
 * Tells the page around this one every new height, and falls silent for a moment where the heights never settle.
 * @returns the function to call with each measured height, in CSS px
 */
export function heightTeller(
  tell: (px: number) => unknown = (px) => tellParent({ kind: 'height', px }),
  now: () => number = () => performance.now(),
): (px: number) => void {
  let told = 0;
  let times: readonly number[] = [];
  return (px) => {
    const height = Math.ceil(px);
    const time = now();
    times = times.filter((each) => time - each < withinMs);
    if (height === told || times.length >= maxTells) return;
    told = height;
    times = [...times, time];
    tell(height);
  };
}
