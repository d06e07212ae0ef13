import type { ConvolutionStep } from '../deviceStep';
import { gridProgram, mapBinding, outputOf, vectorAt, weightBinding, type GroupSize, type Program } from './program';
import { range } from './range';
import { windowReads } from './windowReads';

/** Tiling of a convolution: outputs in a row and vectors of channels per invocation, and the size of a workgroup. */
export type ConvolutionVariant = { readonly columns: number; readonly tiles: number; readonly group: GroupSize };

/**
 * A convolution of any window, stride, padding and number of groups, with bias, residual and activation. One invocation
 * computes `tiles` vectors of four channels for `columns` neighbouring pixels of a row.
 */
export function convolutionProgram(step: ConvolutionStep, { columns, tiles, group }: ConvolutionVariant): Program {
  const { input, groups, rows, residual, window, target } = step;
  const [kernelRows, kernelColumns] = window.kernel;
  const outTiles = rows.length / groups / 4;
  const inSlots = input.layout.length / groups;
  const blocksPerGroup = Math.ceil(outTiles / tiles);
  const reads = windowReads(input, window, target, columns);
  const output = outputOf(step);
  const biasAt = kernelRows * kernelColumns * inSlots * groups * outTiles;
  const at = (t: number): string => `group * ${outTiles}u + tile${t}`;
  const accumulate = [
    `for (var kernelColumn = 0u; kernelColumn < ${kernelColumns}u; kernelColumn++) {`,
    `let tapRow = ((group * ${kernelRows}u + kernelRow) * ${kernelColumns}u + kernelColumn) * ${inSlots}u;`,
    `for (var k = 0u; k < ${inSlots / 4}u; k++) {`,
    `let row = (tapRow + k * 4u) * ${outTiles}u;`,
    ...range(tiles).flatMap((t) => range(4).map((j) => `let w${t}_${j} = weights[row + ${j * outTiles}u + tile${t}];`)),
    ...range(columns).flatMap((c) => [
      `let column${c} = firstColumn + i32(kernelColumn) + ${c * window.stride};`,
      `let v${c} = ${columnVector(step, `column${c}`, `group * ${inSlots / 4}u + k`)};`,
      ...range(tiles).map(
        (t) => `sum${c}_${t} += v${c}.x * w${t}_0 + v${c}.y * w${t}_1 + v${c}.z * w${t}_2 + v${c}.w * w${t}_3;`,
      ),
    ]),
    '} }',
  ].join('\n');
  const body = [
    `let group = tile / ${blocksPerGroup}u;`,
    `let firstTile = (tile % ${blocksPerGroup}u) * ${tiles}u;`,
    reads.position,
    ...range(tiles).flatMap((t) => [
      `let tile${t} = min(firstTile + ${t}u, ${outTiles - 1}u);`,
      `let bias${t} = weights[${biasAt}u + ${at(t)}];`,
      ...range(columns).map((c) => `var sum${c}_${t} = bias${t};`),
    ]),
    reads.overRows(accumulate),
    ...range(columns).flatMap((c) =>
      range(tiles).map((t) => {
        const added = residual === null ? '' : ` + ${vectorAt('residual', residual, reads.pixel(c), at(t))}`;
        const write = reads.guarded(c, `store(${reads.pixel(c)}, ${at(t)}, sum${c}_${t}${added});`);
        return outTiles % tiles === 0 || t === 0 ? write : `if (firstTile + ${t}u < ${outTiles}u) { ${write} }`;
      }),
    ),
  ].join('\n');
  return gridProgram({
    bindings: [
      mapBinding('source', input),
      weightBinding,
      ...(residual === null ? [] : [mapBinding('residual', residual)]),
      ...output.bindings,
    ],
    declarations: output.declarations,
    body,
    grid: { tiles: groups * blocksPerGroup, blocks: reads.blocks },
    group,
  });
}

/** The input's vector in a column that may be outside the map. */
function columnVector({ input }: ConvolutionStep, column: string, tile: string): string {
  const clamped = `u32(clamp(${column}, 0, ${input.width - 1}))`;
  const read = vectorAt('source', input, `mapRow + ${clamped}`, tile);
  return `select(vec4f(), ${read}, ${column} >= 0 && ${column} < ${input.width})`;
}
