/** A pixel of a map: its column and row. */
type Pixel = { readonly x: number; readonly y: number };

/** A kernel on its way over a map, and what it has cost so far. */
export type KernelSlide = {
  /** The kernel's upper left pixel; -1 is the padding. */
  readonly kernel: Pixel;
  /** The pixel of the output map that it computes. */
  readonly output: Pixel;
  /** Pixels of the input map that it has read, and of the output map that it has written. */
  readonly read: readonly Pixel[];
  readonly written: readonly Pixel[];
  readonly params: number;
  readonly macs: number;
  /** Elements read and written; each is moved once. */
  readonly memoryAccess: number;
};

/** A square kernel of odd size that slides over one channel at stride 1, padded so that the output map has the same size. */
export type Slide = { readonly side: number; readonly kernel: number };

/** Where the kernel is when `progress` of its stops, 0 to 1, are done: row by row, one stop for each output pixel. */
export function kernelSlideAt({ side, kernel }: Slide, progress: number): KernelSlide {
  const reach = (kernel - 1) / 2;
  const stops = Array.from({ length: side ** 2 }, (_, index) => ({ x: index % side, y: Math.floor(index / side) }));
  const count = Math.min(Math.floor(progress * stops.length) + 1, stops.length);
  const written = stops.slice(0, count);
  const output = written.at(-1) ?? { x: 0, y: 0 };
  const read = stops.filter(({ x, y }) =>
    written.some((stop) => Math.abs(stop.x - x) <= reach && Math.abs(stop.y - y) <= reach),
  );
  const params = kernel ** 2;
  return {
    kernel: { x: output.x - reach, y: output.y - reach },
    output,
    read,
    written,
    params,
    macs: params * count,
    memoryAccess: params + read.length + count,
  };
}
