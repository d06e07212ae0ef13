/** Filters of one shape as overlapping cuboids in oblique projection; px, inside 0, 0, `width`, `height`. */
export type FilterStack = {
  readonly width: number;
  readonly height: number;
  /** Back to front. `grid` divides the front into the values of the window. */
  readonly cuboids: readonly {
    readonly top: string;
    readonly side: string;
    readonly front: string;
    readonly grid: string;
  }[];
};

export type FilterShape = { readonly kernel: number; readonly channels: number; readonly count: number };

/** More filters are not drawn; the page gives their number. */
const maxDrawn = 4;

/**
 * Draws `count` filters of kernel x kernel x channels, with `cell` px per value of the window. The depth grows with the
 * logarithm of the channels, so that both 1 and 512 fit.
 */
export function filterStackOf({ kernel, channels, count }: FilterShape, cell = 13): FilterStack {
  const face = kernel * cell;
  const depth = cell * 0.5 * (1 + Math.log2(channels));
  const drawn = Math.min(count, maxDrawn);
  // Part of every cuboid stays visible past the one in front.
  const [stepX, stepY] = [face * 0.42 + 10, 9];
  const cuboids = Array.from({ length: drawn }, (_, index) => {
    const x = (drawn - 1 - index) * stepX;
    const y = depth * 0.6 + index * stepY;
    return cuboid(x, y, face, depth, kernel);
  });
  return { width: (drawn - 1) * stepX + face + depth * 0.8, height: (drawn - 1) * stepY + face + depth * 0.6, cuboids };
}

function cuboid(x: number, y: number, face: number, depth: number, kernel: number) {
  const [right, up] = [depth * 0.8, -depth * 0.6];
  const lines = Array.from({ length: kernel - 1 }, (_, index) => ((index + 1) * face) / kernel);
  return {
    top: `M${x},${y}l${right},${up}h${face}l${-right},${-up}Z`,
    side: `M${x + face},${y}l${right},${up}v${face}l${-right},${-up}Z`,
    front: `M${x},${y}h${face}v${face}h${-face}Z`,
    grid: lines.map((at) => `M${x + at},${y}v${face}M${x},${y + at}h${face}`).join(''),
  };
}
