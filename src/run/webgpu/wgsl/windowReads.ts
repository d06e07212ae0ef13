import type { MapView, Window } from '../deviceStep';
import { vectorAt } from './program';
import { range } from './range';

/** The input of a strip of neighbouring outputs in a row, read one row of the window at a time. */
export type WindowReads = {
  /** Statements that compute the strip's first output, `outRow` and `outColumn`, from `block`. */
  readonly position: string;
  /** Wraps statements in a loop over the window's rows inside the map; they may use `kernelRow` and `mapRow`. */
  readonly overRows: (statements: string) => string;
  /** Number of the map's columns under the strip. */
  readonly mapColumns: number;
  /** The map's vector in the strip's `column`, or `outside` where that is outside the map. */
  readonly vector: (column: number, tile: string, outside: string) => string;
  /** Number of strips in the whole output. */
  readonly blocks: number;
  /** The pixel of the strip's n-th output. `guarded` runs a statement only where that is inside the output. */
  readonly pixel: (index: number) => string;
  readonly guarded: (index: number, statement: string) => string;
};

/** The reads for strips of `columns` outputs in an output of `width` columns. */
export function windowReads(
  input: MapView,
  { kernel, stride, padding }: Window,
  { height, width }: { readonly height: number; readonly width: number },
  columns: number,
): WindowReads {
  const blocksPerRow = Math.ceil(width / columns);
  const isPadded = padding.left > 0 || lastColumn(width, columns, stride, kernel[1]) - padding.left >= input.width;
  const mapColumn = (column: number): string => `firstColumn + ${column}`;
  return {
    position: [
      `let outRow = block / ${blocksPerRow}u;`,
      `let outColumn = (block % ${blocksPerRow}u) * ${columns}u;`,
      `let firstRow = i32(outRow * ${stride}u) - ${padding.top};`,
      `let firstColumn = i32(outColumn * ${stride}u) - ${padding.left};`,
    ].join('\n'),
    overRows: (statements) =>
      [
        `for (var kernelRow = 0u; kernelRow < ${kernel[0]}u; kernelRow++) {`,
        'let row = firstRow + i32(kernelRow);',
        `if (row < 0 || row >= ${input.height}) { continue; }`,
        `let mapRow = u32(row) * ${input.width}u;`,
        statements,
        '}',
      ].join('\n'),
    mapColumns: (columns - 1) * stride + kernel[1],
    vector: (column, tile, outside) => {
      const at = mapColumn(column);
      if (!isPadded) return vectorAt('source', input, `mapRow + u32(${at})`, tile);
      const clamped = `u32(clamp(${at}, 0, ${input.width - 1}))`;
      const inside = `${at} >= 0 && ${at} < ${input.width}`;
      return `select(${outside}, ${vectorAt('source', input, `mapRow + ${clamped}`, tile)}, ${inside})`;
    },
    blocks: height * blocksPerRow,
    pixel: (index) => `outRow * ${width}u + outColumn + ${index}u`,
    guarded: (index, statement) =>
      width % columns === 0 || index === 0 ? statement : `if (outColumn + ${index}u < ${width}u) { ${statement} }`,
  };
}

/** The last column that any strip reads, counted from the edge of the padding. */
function lastColumn(width: number, columns: number, stride: number, kernel: number): number {
  return (Math.ceil(width / columns) * columns - 1) * stride + kernel - 1;
}

/** For each output of a strip: the strip's columns under its window, each with its column of the window. */
export function columnsUnder(
  index: number,
  { kernel, stride }: Window,
): readonly { readonly column: number; readonly tap: number }[] {
  return range(kernel[1]).map((tap) => ({ column: index * stride + tap, tap }));
}
