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
  /** What distinguishes it among a step's candidates, for people: `4 pixels x 1 vector, 8 x 8 threads`. */
  readonly name: string;
  readonly program: Program;
  /** How far its results may be from those of the step's first candidate, as a share of the largest. */
  readonly tolerance: number;
};

/** What a device offers beyond the core of WebGPU, and may be used. */
export type Abilities = {
  readonly subgroups: boolean;
  /** 16-bit numbers: only where the person allows them, since they are less exact. */
  readonly half: boolean;
};

/** Sums in another order differ by rounding, sums of 16-bit products by a thousandth part and more. */
const tolerances = { usual: 1e-4, half: 1e-2 } as const;

/** The ways to compute a step, first the one that is good on most devices and needs no more than the core of WebGPU. */
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

/** Sizes of a block in registers: pixels, vectors of channels, and how many invocations lie along the channels. */
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

/** The blocks that are tried in half precision too. */
const halfBlocks = { map: blocks.slice(0, 2), vector: vectorBlocks.slice(0, 1) } as const;

function pointwiseCandidates(
  step: ConvolutionStep,
  tiles: number,
  { subgroups, half }: Abilities,
): readonly [Candidate, ...Candidate[]] {
  const pixelCount = step.target.height * step.target.width;
  const isVector = pixelCount === 1;
  const inBlocks = ([pixels, vectors, along]: Block, isHalf: boolean): Candidate => {
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
    ...mapped(isVector ? vectorBlocks : blocks, (block) => inBlocks(block, false)),
    ...halves.map((block) => inBlocks(block, true)),
    ...(subgroups && isVector && step.copy === null ? [bySubgroups(step)] : []),
  ];
}

function bySubgroups(step: ConvolutionStep): Candidate {
  return { name: 'subgroups', program: subgroupPointwiseProgram(step), tolerance: tolerances.usual };
}

function convolutionCandidates(step: ConvolutionStep, tiles: number): readonly [Candidate, ...Candidate[]] {
  return mapped(blocks, ([pixels, vectors, along]) => {
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
  return mapped(widths, (width) => {
    const columns = Math.min(width, target.width);
    return {
      name: `${columns} pixels, ${groupText(group)}`,
      program: program({ columns, group }),
      tolerance: tolerances.usual,
    };
  });
}

/** `map` of a list that is not empty, without results that are named alike. */
function mapped<T>(
  [first, ...rest]: readonly [T, ...T[]],
  candidate: (value: T) => Candidate,
): readonly [Candidate, ...Candidate[]] {
  const byName = new Map(rest.map(candidate).map((other) => [other.name, other]));
  const best = candidate(first);
  byName.delete(best.name);
  return [best, ...byName.values()];
}

/** 64 threads, up to `most` along the tiles as far as there are tiles for them. */
function groupFor(tiles: number, most: number): GroupSize {
  const along = Math.min(most, 2 ** Math.ceil(Math.log2(Math.max(1, tiles))));
  return { tiles: along, blocks: 64 / along };
}

function blockText(pixels: number, vectors: number, group: GroupSize): string {
  return `${pixels} pixels x ${vectors} vectors, ${groupText(group)}`;
}

function groupText({ tiles, blocks: along }: GroupSize): string {
  return `${tiles} x ${along} threads`;
}
