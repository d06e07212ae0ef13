import type { ConvolutionStep, DeviceStep } from './deviceStep';
import { combineProgram } from './wgsl/combine';
import { convolutionProgram } from './wgsl/convolution';
import { depthwiseProgram, type StripVariant } from './wgsl/depthwise';
import { globalAverageProgram } from './wgsl/globalAverage';
import { pointwiseProgram } from './wgsl/pointwise';
import { poolProgram } from './wgsl/pool';
import type { GroupSize, Program } from './wgsl/program';

/** One way to compute a step. */
export type Candidate = {
  /** What distinguishes it among a step's candidates, for people: `4 pixels x 1 vector, 8 x 8 threads`. */
  readonly name: string;
  readonly program: Program;
};

/** The ways to compute a step, first the one that is good on most devices. */
export function candidatesOf(step: DeviceStep): readonly [Candidate, ...Candidate[]] {
  const tiles = step.kind === 'convolution' ? step.rows.length / 4 : step.target.slots.length / 4;
  switch (step.kind) {
    case 'convolution':
      return isPlain(step) ? pointwiseCandidates(step, tiles) : convolutionCandidates(step, tiles);
    case 'depthwise':
      return stripCandidates(step, tiles, [4, 2, 1], (variant) => depthwiseProgram(step, variant));
    case 'pool':
      return stripCandidates(step, tiles, [2, 4, 1], (variant) => poolProgram(step, variant));
    case 'globalAverage': {
      const byThreads = (threads: number): Candidate => ({
        name: `${threads} threads`,
        program: globalAverageProgram(step, { threads }),
      });
      const hasManyPixels = step.input.height * step.input.width > 256;
      return hasManyPixels ? [byThreads(64), byThreads(16)] : [byThreads(1), byThreads(16)];
    }
    case 'combine': {
      const group = groupFor(tiles, 8);
      return [{ name: groupText(group), program: combineProgram(step, group) }];
    }
  }
}

/** Whether a convolution reads each pixel by itself. */
function isPlain({ window: { kernel, stride, padding } }: ConvolutionStep): boolean {
  const { top, bottom, left, right } = padding;
  return kernel[0] === 1 && kernel[1] === 1 && stride === 1 && top + bottom + left + right === 0;
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

function pointwiseCandidates(step: ConvolutionStep, tiles: number): readonly [Candidate, ...Candidate[]] {
  const pixelCount = step.target.height * step.target.width;
  return mapped(pixelCount === 1 ? vectorBlocks : blocks, ([pixels, vectors, along]) => {
    const group = pixelCount === 1 ? { tiles: along, blocks: 1 } : groupFor(tiles / vectors, along);
    const variant = { pixels: Math.min(pixels, pixelCount), tiles: vectors, group };
    return { name: blockText(variant.pixels, vectors, group), program: pointwiseProgram(step, variant) };
  });
}

function convolutionCandidates(step: ConvolutionStep, tiles: number): readonly [Candidate, ...Candidate[]] {
  return mapped(blocks, ([pixels, vectors, along]) => {
    const group = groupFor(tiles / vectors, along);
    const columns = Math.min(pixels, step.target.width);
    return {
      name: blockText(columns, vectors, group),
      program: convolutionProgram(step, { columns, tiles: vectors, group }),
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
    return { name: `${columns} pixels, ${groupText(group)}`, program: program({ columns, group }) };
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
