import type { ConvolutionStep } from '../deviceStep';
import {
  copyOutput,
  gridProgram,
  halfWeightBinding,
  mapBinding,
  outputOf,
  vectorAt,
  weightBinding,
  type GroupSize,
  type Program,
} from './program';
import { range } from './range';

/** Tiling of a pointwise convolution: what one invocation computes, and the size of a workgroup. */
export type PointwiseVariant = {
  readonly pixels: number;
  readonly tiles: number;
  readonly group: GroupSize;
  /** Weights and products as 16-bit floats, sums as 32-bit floats. */
  readonly half: boolean;
};

/** A step with the counts that its shader contains. */
type Tiling = ConvolutionStep &
  Omit<PointwiseVariant, 'group'> & {
    readonly pixelCount: number;
    /** Vectors in one group's input and output. */
    readonly inTiles: number;
    readonly outTiles: number;
  };

/**
 * A 1x1 convolution, grouped or not, with bias, gate, residual, activation and copy. One invocation computes `tiles`
 * vectors of four channels for `pixels` pixels in registers: it uses each loaded weight for all pixels, and each input
 * for all tiles.
 */
export function pointwiseProgram(step: ConvolutionStep, { pixels, tiles, group, half }: PointwiseVariant): Program {
  const { input, groups, rows, residual, gate, copy, target } = step;
  const tiling: Tiling = {
    ...step,
    pixels,
    tiles,
    half,
    pixelCount: target.height * target.width,
    inTiles: input.layout.length / groups / 4,
    outTiles: rows.length / groups / 4,
  };
  const tileBlocks = Math.ceil(tiling.outTiles / tiles);
  const output = outputOf(step);
  const copied = copy === null ? { bindings: [], declarations: [] } : copyOutput(target, copy.slots);
  return gridProgram({
    ...(half && { enables: 'f16' }),
    bindings: [
      mapBinding('source', input),
      half ? halfWeightBinding : weightBinding,
      ...(residual === null ? [] : [mapBinding('residual', residual)]),
      ...(gate === null ? [] : [mapBinding('gate', gate)]),
      ...(copy === null ? [] : [mapBinding('copied', copy.from)]),
      ...output.bindings,
      ...copied.bindings,
    ],
    declarations: [...output.declarations, ...copied.declarations],
    body: [
      `let group = tile / ${tileBlocks}u;`,
      `let firstTile = (tile % ${tileBlocks}u) * ${tiles}u;`,
      initialSums(tiling),
      `for (var k = 0u; k < ${tiling.inTiles}u; k++) {`,
      accumulateSums(tiling),
      '}',
      storeSums(tiling),
    ].join('\n'),
    grid: { tiles: groups * tileBlocks, blocks: Math.ceil(tiling.pixelCount / pixels) },
    group,
  });
}

/** Pixels and vectors beyond the last one repeat its work, and are not stored. */
function initialSums({ pixels, tiles, groups, pixelCount, inTiles, outTiles }: Tiling): string {
  const biasAt = groups * inTiles * 4 * outTiles;
  return [
    ...range(pixels).map((p) => `let pixel${p} = min(block * ${pixels}u + ${p}u, ${pixelCount - 1}u);`),
    ...range(tiles).flatMap((t) => [
      `let tile${t} = min(firstTile + ${t}u, ${outTiles - 1}u);`,
      `let bias${t} = vec4f(weights[${biasAt}u + group * ${outTiles}u + tile${t}]);`,
      ...range(pixels).map((p) => `var sum${p}_${t} = bias${t};`),
    ]),
  ].join('\n');
}

/** Multiplies four input channels, the vector `k`, by their weights. */
function accumulateSums({ pixels, tiles, half, input, gate, inTiles, outTiles }: Tiling): string {
  const at = `group * ${inTiles}u + k`;
  const type = half ? 'vec4h' : 'vec4f';
  return [
    `let row = (${at}) * ${4 * outTiles}u;`,
    ...range(tiles).flatMap((t) => range(4).map((j) => `let w${t}_${j} = weights[row + ${j * outTiles}u + tile${t}];`)),
    ...(gate === null ? [] : [`let gates = ${vectorAt('gate', gate, '0u', at)};`]),
    ...range(pixels).flatMap((p) => [
      `let v${p} = ${type}(${vectorAt('source', input, `pixel${p}`, at)}${gate === null ? '' : ' * gates'});`,
      ...range(tiles).map(
        (t) => `sum${p}_${t} += vec4f(v${p}.x * w${t}_0 + v${p}.y * w${t}_1 + v${p}.z * w${t}_2 + v${p}.w * w${t}_3);`,
      ),
    ]),
  ].join('\n');
}

function storeSums(tiling: Tiling): string {
  const { pixels, tiles, residual, copy, outTiles } = tiling;
  return range(pixels)
    .flatMap((p) =>
      range(tiles).flatMap((t) => {
        const at = `group * ${outTiles}u + tile${t}`;
        const added = residual === null ? '' : ` + ${vectorAt('residual', residual, `pixel${p}`, at)}`;
        const store = guarded(tiling, p, t, `store(pixel${p}, ${at}, sum${p}_${t}${added});`);
        if (copy === null) return [store];
        const isCopied = `tile${t} < ${copy.from.layout.length / 4}u`;
        const vector = vectorAt('copied', copy.from, `pixel${p}`, `tile${t}`);
        return [store, guarded(tiling, p, t, `if (${isCopied}) { storeCopy(pixel${p}, tile${t}, ${vector}); }`)];
      }),
    )
    .join('\n');
}

/** Runs the statement only for pixels and vectors inside the map. */
function guarded({ pixels, tiles, pixelCount, outTiles }: Tiling, p: number, t: number, statement: string): string {
  const inside = [
    ...(pixelCount % pixels === 0 || p === 0 ? [] : [`block * ${pixels}u + ${p}u < ${pixelCount}u`]),
    ...(outTiles % tiles === 0 || t === 0 ? [] : [`firstTile + ${t}u < ${outTiles}u`]),
  ];
  return inside.length === 0 ? statement : `if (${inside.join(' && ')}) { ${statement} }`;
}
