import type { MapView, Window } from '../deviceStep';
import { vectorAt } from './program';
import { range } from './range';

/** A strip of a window's input: the columns under `columns` neighbouring outputs of one row, read for one row of the window. */
export type WindowReads = {
  /** Statements that know `block` and say which outputs it stands for: `outRow`, `outColumn`. */
  readonly position: string;
  /** Wraps statements in a loop over the window's rows that lie inside the map; they know `kernelRow` and `mapRow`. */
  readonly overRows: (statements: string) => string;
  /** How many columns of the map lie under the strip. */
  readonly mapColumns: number;
  /** The map's vector under the strip's `column`, `outside` where the column lies outside the map. */
  readonly vector: (column: number, tile: string, outside: string) => string;
  /** Blocks of the whole output. */
  readonly blocks: number;
  /** The output pixel of the strip's n-th output, and the statement done only where that lies inside the output. */
  readonly pixel: (index: number) => string;
  readonly guarded: (index: number, statement: string) => string;
};

/** Reads for outputs of `width` columns, `columns` of them at a time. */
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

/** The last column that any strip touches, counted from the padding's edge. */
function lastColumn(width: number, columns: number, stride: number, kernel: number): number {
  return (Math.ceil(width / columns) * columns - 1) * stride + kernel - 1;
}

/** For each output of a strip, the strip's columns under its window with the window's column. */
export function columnsUnder(
  index: number,
  { kernel, stride }: Window,
): readonly { readonly column: number; readonly tap: number }[] {
  return range(kernel[1]).map((tap) => ({ column: index * stride + tap, tap }));
}
