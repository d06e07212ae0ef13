/** A 3x3 kernel, row by row. */
export type Kernel = readonly number[];

/** Eight outputs' kernels over one input channel, and the nearest that one shared kernel can do. */
export type SharedKernel = {
  readonly wanted: readonly Kernel[];
  /** The kernel that all outputs share, its largest weight 1 in size. */
  readonly shared: Kernel;
  /** What each output multiplies it by. */
  readonly strengths: readonly number[];
  /** `strengths[i]` times `shared`. */
  readonly given: readonly Kernel[];
  /** The share of the wanted kernels' squares that the given ones have, 0 to 1. */
  readonly kept: number;
};

/** What eight outputs may want of one input channel. */
export const kernelWishes = ['strengths', 'edgeAndBlur', 'eight'] as const;
export type KernelWish = (typeof kernelWishes)[number];

const edge: Kernel = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const blur: Kernel = [1, 2, 1, 2, 4, 2, 1, 2, 1];
const edgeStrengths = [1, 0.7, -0.7, -1];
const blurStrengths = [0.9, 0.6, 0.6, 0.9];
const shapes: readonly Kernel[] = [
  edge,
  [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  [-2, -1, 0, -1, 0, 1, 0, 1, 2],
  [0, 1, 2, -1, 0, 1, -2, -1, 0],
  blur,
  [0, -1, 0, -1, 4, -1, 0, -1, 0],
  [1, 0, -1, 0, 0, 0, -1, 0, 1],
  [0, 0, 0, 0, 1, 0, 0, 0, 0],
];

/**
 * A separable convolution has one kernel for each input channel, which its 1x1 weights for each output. The best such kernel
 * for a wanted set is the first right singular vector of the set as a matrix of outputs x 9.
 */
export function sharedKernelOf(wish: KernelWish): SharedKernel {
  const wanted = wantedBy(wish);
  const direction = firstSingularVector(wanted);
  const extreme = direction.reduce((max, value) => (Math.abs(value) > Math.abs(max) ? value : max), 0);
  // Signs of the kernel and its strengths can be swapped: the first output's strength is positive.
  const largest = Math.abs(extreme) * Math.sign(dot(wanted[0] ?? [], direction));
  const shared = direction.map((value) => value / largest);
  const strengths = wanted.map((kernel) => dot(kernel, direction) * largest);
  const given = strengths.map((strength) => shared.map((value) => strength * value));
  const squares = (kernels: readonly Kernel[]) => kernels.reduce((total, kernel) => total + dot(kernel, kernel), 0);
  return { wanted, shared, strengths, given, kept: squares(given) / squares(wanted) };
}

/** What eight outputs that want edges and blurs would have if the shared kernel were half of each, as a wrong guess has it. */
export function mixedKernels(): readonly Kernel[] {
  const [half, other] = [unit(edge), unit(blur)];
  const mixture = unit(half.map((value, at) => value + (other[at] ?? 0)));
  return [...edgeStrengths, ...blurStrengths].map((strength) => scaled(mixture, strength));
}

/** Kernels of one size: the root of the sum of their squares is 1 before their strength. */
function wantedBy(wish: KernelWish): readonly Kernel[] {
  switch (wish) {
    case 'strengths':
      return [1, 0.75, 0.5, 0.25, -0.25, -0.5, -0.75, -1].map((strength) => scaled(unit(edge), strength));
    case 'edgeAndBlur':
      return edgeStrengths
        .map((strength) => scaled(unit(edge), strength))
        .concat(blurStrengths.map((strength) => scaled(unit(blur), strength)));
    case 'eight':
      return shapes.map(unit);
  }
}

/** By power iteration on the 9 x 9 matrix of products, from a vector that no wish is orthogonal to. */
function firstSingularVector(kernels: readonly Kernel[]): Kernel {
  let vector: Kernel = unit([1, 2, 3, 4, 5, 7, 8, 9, 11]);
  for (let round = 0; round < 200; round += 1) {
    const products = kernels.map((kernel) => dot(kernel, vector));
    vector = unit(
      vector.map((_, at) =>
        kernels.reduce((total, kernel, index) => total + (products[index] ?? 0) * (kernel[at] ?? 0), 0),
      ),
    );
  }
  return vector;
}

function unit(kernel: Kernel): Kernel {
  return scaled(kernel, 1 / Math.sqrt(dot(kernel, kernel)));
}

function scaled(kernel: Kernel, by: number): Kernel {
  return kernel.map((value) => by * value);
}

function dot(one: Kernel, other: Kernel): number {
  return one.reduce((total, value, at) => total + value * (other[at] ?? 0), 0);
}
