import type { ConvolutionStep, DeviceStep } from './deviceStep';
import { combineProgram } from './wgsl/combine';
import { convolutionProgram } from './wgsl/convolution';
import { depthwiseProgram } from './wgsl/depthwise';
import { globalAverageProgram } from './wgsl/globalAverage';
import { pointwiseProgram } from './wgsl/pointwise';
import { poolProgram } from './wgsl/pool';
import type { GroupSize, Program } from './wgsl/program';

/** One way to compute a step. */
export type Candidate = {
  /** What distinguishes it, for people: `4 pixels x 1 vector, 8 x 8 threads`. */
  readonly name: string;
  readonly program: Program;
};

/** The ways to compute a step, first the one that is good on most devices. */
export function candidatesOf(step: DeviceStep): readonly [Candidate, ...Candidate[]] {
  switch (step.kind) {
    case 'convolution':
      return isPlain(step) ? pointwiseCandidates(step) : convolutionCandidates(step);
    case 'depthwise':
      return [stripCandidate(step, 4, (variant) => depthwiseProgram(step, variant))];
    case 'pool':
      return [stripCandidate(step, 2, (variant) => poolProgram(step, variant))];
    case 'globalAverage': {
      const threads = step.input.height * step.input.width > 256 ? 64 : 1;
      return [{ name: `${threads} threads`, program: globalAverageProgram(step, { threads }) }];
    }
    case 'combine': {
      const group = groupFor(step.target.slots.length / 4);
      return [{ name: groupText(group), program: combineProgram(step, group) }];
    }
  }
}

/** Whether a convolution reads each pixel by itself. */
export function isPlain({ window: { kernel, stride, padding } }: ConvolutionStep): boolean {
  const { top, bottom, left, right } = padding;
  return kernel[0] === 1 && kernel[1] === 1 && stride === 1 && top + bottom + left + right === 0;
}

function pointwiseCandidates(step: ConvolutionStep): readonly [Candidate, ...Candidate[]] {
  const pixelCount = step.target.height * step.target.width;
  const pixels = Math.min(4, pixelCount);
  const group = pixelCount === 1 ? { tiles: 32, blocks: 1 } : groupFor(step.rows.length / 4);
  const name = `${pixels} pixels x 1 vector, ${groupText(group)}`;
  return [{ name, program: pointwiseProgram(step, { pixels, tiles: 1, group }) }];
}

function convolutionCandidates(step: ConvolutionStep): readonly [Candidate, ...Candidate[]] {
  const columns = Math.min(4, step.target.width);
  const group = groupFor(step.rows.length / 4);
  const name = `${columns} pixels x 1 vector, ${groupText(group)}`;
  return [{ name, program: convolutionProgram(step, { columns, tiles: 1, group }) }];
}

function stripCandidate(
  { target }: DeviceStep,
  widest: number,
  program: (variant: { readonly columns: number; readonly group: GroupSize }) => Program,
): Candidate {
  const columns = Math.min(widest, target.width);
  const group = groupFor(target.slots.length / 4);
  return { name: `${columns} pixels, ${groupText(group)}`, program: program({ columns, group }) };
}

/** 64 threads, along the tiles as far as there are tiles for them. */
function groupFor(tiles: number): GroupSize {
  const along = Math.min(8, 2 ** Math.ceil(Math.log2(tiles)));
  return { tiles: along, blocks: 64 / along };
}

function groupText({ tiles, blocks }: GroupSize): string {
  return `${tiles} x ${blocks} threads`;
}
