import { scaleLinear } from 'd3-scale';

type Plot = { readonly width: number; readonly height: number; readonly dot: number };

/** Room below the dots for the axis and its words. */
const footPx = 24;

/**
 * Guesses as dots stacked where they are close, over an axis that holds all of them and the truth. Above the height of the
 * plot, dots of a stack draw closer together.
 */
export function dotStacks(guesses: readonly number[], truth: number, { width, height, dot }: Plot) {
  const low = Math.min(truth, ...guesses);
  const high = Math.max(truth, ...guesses);
  const margin = high === low ? Math.max(1, Math.abs(high)) / 2 : (high - low) * 0.04;
  const ends = [low === high ? low - margin : low, high === low ? high + margin : high] as const;
  const x = scaleLinear([...ends], [dot * 2, width - dot * 2]);
  const columns = new Map<number, number>();
  const placed = guesses
    .toSorted((one, other) => one - other)
    .map((guess) => {
      const column = Math.round(x(guess) / (dot * 2));
      const level = columns.get(column) ?? 0;
      columns.set(column, level + 1);
      return { column, level };
    });
  const tallest = Math.max(1, ...columns.values());
  const step = Math.min(dot * 2, (height - footPx - dot) / tallest);
  return {
    ends,
    truth: x(truth),
    dots: placed.map(({ column, level }) => ({ x: column * dot * 2, y: height - footPx - dot - level * step })),
  };
}
