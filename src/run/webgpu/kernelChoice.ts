import { isPointwise, type ConvolutionStep, type DeviceStep } from './deviceStep';
import { combineProgram } from './wgsl/combine';
import { convolutionProgram } from './wgsl/convolution';
import { depthwiseProgram, type StripVariant } from './wgsl/depthwise';
import { globalAverageProgram } from './wgsl/globalAverage';
import { pointwiseProgram } from './wgsl/pointwise';
import { poolProgram } from './wgsl/pool';
import type { GroupSize, Program } from './wgsl/program';
import { subgroupPointwiseProgram } from './wgsl/subgroupPointwise';

/** One way to compute a step. */
export type Candidate = {
  /** Distinguishes it among a step's candidates, and is shown: `4 pixels x 1 vectors, 8 x 8 threads`. */
  readonly name: string;
  readonly program: Program;
  /** Max difference from the results of the step's first candidate, relative to the largest value. */
  readonly tolerance: number;
};

/** Optional features of WebGPU that kernels may use. */
export type Abilities = {
  readonly subgroups: boolean;
  /** 16-bit floats: less exact, so only where the person allows them. */
  readonly half: boolean;
};

/** Sums in another order differ by rounding; sums of 16-bit products by 1e-3 and more. */
const tolerances = { usual: 1e-4, half: 1e-2 } as const;

/** The ways to compute a step. The first is good on most devices and needs core WebGPU only. */
export function candidatesOf(step: DeviceStep, abilities: Abilities): readonly [Candidate, ...Candidate[]] {
  const tiles = step.kind === 'convolution' ? step.rows.length / 4 : step.target.slots.length / 4;
  switch (step.kind) {
    case 'convolution':
      return isPointwise(step) ? pointwiseCandidates(step, tiles, abilities) : convolutionCandidates(step, tiles);
    case 'depthwise':
      return stripCandidates(step, tiles, [4, 2, 1], (variant) => depthwiseProgram(step, variant));
    case 'pool':
      return stripCandidates(step, tiles, [2, 4, 1], (variant) => poolProgram(step, variant));
    case 'globalAverage': {
      const byThreads = (threads: number): Candidate => ({
        name: `${threads} threads`,
        program: globalAverageProgram(step, { threads }),
        tolerance: tolerances.usual,
      });
      const hasManyPixels = step.input.height * step.input.width > 256;
      return hasManyPixels ? [byThreads(64), byThreads(16)] : [byThreads(1), byThreads(16)];
    }
    case 'combine': {
      const group = groupFor(tiles, 8);
      return [{ name: groupText(group), program: combineProgram(step, group), tolerance: tolerances.usual }];
    }
  }
}

/** A block of outputs in registers, and how many invocations of a workgroup are side by side along the channels. */
type Block = readonly [pixels: number, vectors: number, along: number];

const blocks: readonly [Block, ...Block[]] = [
  [4, 2, 8],
  [8, 1, 8],
  [4, 1, 8],
  [2, 2, 8],
  [2, 1, 16],
  [4, 1, 1],
];
const vectorBlocks: readonly [Block, ...Block[]] = [
  [1, 1, 32],
  [1, 1, 8],
  [1, 2, 16],
];

/** The blocks that are also tried in half precision. */
const halfBlocks = { map: blocks.slice(0, 2), vector: vectorBlocks.slice(0, 1) } as const;

function pointwiseCandidates(
  step: ConvolutionStep,
  tiles: number,
  { subgroups, half }: Abilities,
): readonly [Candidate, ...Candidate[]] {
  const pixelCount = step.target.height * step.target.width;
  const isVector = pixelCount === 1;
  const candidateOf = ([pixels, vectors, along]: Block, isHalf: boolean): Candidate => {
    const group = isVector ? { tiles: along, blocks: 1 } : groupFor(tiles / vectors, along);
    const variant = { pixels: Math.min(pixels, pixelCount), tiles: vectors, group, half: isHalf };
    return {
      name: `${blockText(variant.pixels, vectors, group)}${isHalf ? ', half precision' : ''}`,
      program: pointwiseProgram(step, variant),
      tolerance: isHalf ? tolerances.half : tolerances.usual,
    };
  };
  const halves = half ? halfBlocks[isVector ? 'vector' : 'map'] : [];
  return [
    ...distinctCandidates(isVector ? vectorBlocks : blocks, (block) => candidateOf(block, false)),
    ...halves.map((block) => candidateOf(block, true)),
    ...(subgroups && isVector && step.copy === null ? [bySubgroups(step)] : []),
  ];
}

function bySubgroups(step: ConvolutionStep): Candidate {
  return { name: 'subgroups', program: subgroupPointwiseProgram(step), tolerance: tolerances.usual };
}

function convolutionCandidates(step: ConvolutionStep, tiles: number): readonly [Candidate, ...Candidate[]] {
  return distinctCandidates(blocks, ([pixels, vectors, along]) => {
    const group = groupFor(tiles / vectors, along);
    const columns = Math.min(pixels, step.target.width);
    return {
      name: blockText(columns, vectors, group),
      program: convolutionProgram(step, { columns, tiles: vectors, group }),
      tolerance: tolerances.usual,
    };
  });
}

function stripCandidates(
  { target }: DeviceStep,
  tiles: number,
  widths: readonly [number, ...number[]],
  program: (variant: StripVariant) => Program,
): readonly [Candidate, ...Candidate[]] {
  const group = groupFor(tiles, 8);
  return distinctCandidates(widths, (width) => {
    const columns = Math.min(width, target.width);
    return {
      name: `${columns} pixels, ${groupText(group)}`,
      program: program({ columns, group }),
      tolerance: tolerances.usual,
    };
  });
}

/** A candidate for each value, without repeated names. */
function distinctCandidates<T>(
  [first, ...rest]: readonly [T, ...T[]],
  candidate: (value: T) => Candidate,
): readonly [Candidate, ...Candidate[]] {
  const byName = new Map(rest.map(candidate).map((other) => [other.name, other]));
  const best = candidate(first);
  byName.delete(best.name);
  return [best, ...byName.values()];
}

/** 64 threads, at most `max` of them along the tiles, and no more than there are tiles. */
function groupFor(tiles: number, max: number): GroupSize {
  const along = Math.min(max, 2 ** Math.ceil(Math.log2(Math.max(1, tiles))));
  return { tiles: along, blocks: 64 / along };
}

function blockText(pixels: number, vectors: number, group: GroupSize): string {
  return `${pixels} pixels x ${vectors} vectors, ${groupText(group)}`;
}

function groupText({ tiles, blocks: along }: GroupSize): string {
  return `${tiles} x ${along} threads`;
}
