import type { DepthwiseStep } from '../deviceStep';
import { gridProgram, mapBinding, outputOf, weightBinding, type GroupSize, type Program } from './program';
import { range } from './range';
import { columnsUnder, windowReads } from './windowReads';

/** Tiling of a sliding window: neighbouring outputs in a row per invocation, and the size of a workgroup. */
export type StripVariant = { readonly columns: number; readonly group: GroupSize };

/**
 * A depthwise convolution with bias and activation, any window and stride. One invocation computes four channels of
 * `columns` neighbouring pixels, whose windows share most of their input.
 */
export function depthwiseProgram(step: DepthwiseStep, { columns, group }: StripVariant): Program {
  const { input, window, target } = step;
  const tiles = input.layout.length / 4;
  const [kernelRows, kernelColumns] = window.kernel;
  const reads = windowReads(input, window, target, columns);
  const output = outputOf(step);
  const row = [
    ...range(kernelColumns).map(
      (tap) => `let w${tap} = weights[(kernelRow * ${kernelColumns}u + ${tap}u) * ${tiles}u + tile];`,
    ),
    ...range(reads.mapColumns).map((column) => `let v${column} = ${reads.vector(column, 'tile', 'vec4f()')};`),
    ...range(columns).map(
      (index) =>
        `sum${index} += ${columnsUnder(index, window)
          .map(({ column, tap }) => `v${column} * w${tap}`)
          .join(' + ')};`,
    ),
  ].join('\n');
  const body = [
    reads.position,
    `let bias = weights[${kernelRows * kernelColumns * tiles}u + tile];`,
    ...range(columns).map((index) => `var sum${index} = bias;`),
    reads.overRows(row),
    ...range(columns).map((index) => reads.guarded(index, `store(${reads.pixel(index)}, tile, sum${index});`)),
  ].join('\n');
  return gridProgram({
    bindings: [mapBinding('source', input), weightBinding, ...output.bindings],
    declarations: output.declarations,
    body,
    grid: { tiles, blocks: reads.blocks },
    group,
  });
}
