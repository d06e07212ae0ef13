/** A shown map has at most so many values a side. */
export const mostShown = 96;

type Size = readonly [height: number, width: number, ...rest: readonly number[]];

/**
 * The whole factor by which a map is reduced that needs `side` values a side: the largest that divides it and leaves so many,
 * else the smallest that leaves at most 96.
 */
export function reductionOf([height, width]: Size, side: number): number {
  const size = Math.max(height, width);
  const least = Math.ceil(size / Math.max(mostShown, side));
  for (let factor = Math.max(least, Math.floor(size / Math.max(1, side))); factor >= least; factor -= 1) {
    if (height % factor === 0 && width % factor === 0) return factor;
  }
  return least;
}

/** A map (row by row) with each square of `factor` x `factor` values replaced by its mean; less at the ends. */
export function reducedMap(values: ArrayLike<number>, [height, width]: Size, factor: number): ArrayLike<number> {
  if (factor === 1) return values;
  const [rows, columns] = [Math.ceil(height / factor), Math.ceil(width / factor)];
  const reduced = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const bottom = Math.min((row + 1) * factor, height);
    for (let column = 0; column < columns; column += 1) {
      const right = Math.min((column + 1) * factor, width);
      let sum = 0;
      for (let y = row * factor; y < bottom; y += 1) {
        for (let x = column * factor; x < right; x += 1) sum += values[y * width + x] ?? 0;
      }
      reduced[row * columns + column] = sum / ((bottom - row * factor) * (right - column * factor));
    }
  }
  return reduced;
}
