/** Where the maps of a sliding kernel lie, px: square maps of `side` values in rows of `across`, with a border of padding. */
export type SlideGrid = {
  readonly side: number;
  /** Values of padding at each border; drawn even where the layer has none. */
  readonly border: number;
  /** The side of a value. */
  readonly cell: number;
  readonly across: number;
  readonly maps: number;
};

/** The side of one map with its border, px. */
export function tileOf({ side, border, cell }: SlideGrid): number {
  return (side + 2 * border) * cell;
}

/** The kernel: its size, stride and the padding at the upper left. */
export type SlidKernel = { readonly kernel: number; readonly stride: number; readonly padding: number };

/** Where the kernel lies in a map for an output value, px from the corner of the map's tile. */
export function windowAt(
  { border, cell }: SlideGrid,
  { kernel, stride, padding }: SlidKernel,
  { row, column }: { readonly row: number; readonly column: number },
): { readonly x: number; readonly y: number; readonly size: number } {
  const place = (at: number): number => (at * stride - padding + border) * cell;
  return { x: place(column), y: place(row), size: kernel * cell };
}

/** The output value whose window is centred nearest to a point of the grid, within the output map. */
export function outputAt(
  grid: SlideGrid,
  { kernel, stride, padding }: SlidKernel,
  output: { readonly height: number; readonly width: number },
  point: { readonly x: number; readonly y: number },
): { readonly row: number; readonly column: number } {
  const { border, cell } = grid;
  const tile = tileOf(grid);
  const along = (px: number, size: number): number => {
    const inTile = ((px % tile) + tile) % tile;
    const at = Math.round((inTile / cell - border + padding - kernel / 2) / stride);
    return Math.min(Math.max(at, 0), size - 1);
  };
  return { row: along(point.y, output.height), column: along(point.x, output.width) };
}

/** Where a key moves the kernel, as a position row by row; null for other keys. */
export function positionAfter(
  key: string,
  position: number,
  { height, width }: { readonly height: number; readonly width: number },
): number | null {
  const [row, column] = [Math.floor(position / width), position % width];
  const at = (down: number, right: number): number =>
    Math.min(Math.max(row + down, 0), height - 1) * width + Math.min(Math.max(column + right, 0), width - 1);
  switch (key) {
    case 'ArrowLeft':
      return at(0, -1);
    case 'ArrowRight':
      return at(0, 1);
    case 'ArrowUp':
      return at(-1, 0);
    case 'ArrowDown':
      return at(1, 0);
    case 'Home':
      return 0;
    case 'End':
      return height * width - 1;
    default:
      return null;
  }
}
