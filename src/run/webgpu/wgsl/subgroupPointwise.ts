import type { ConvolutionStep } from '../deviceStep';
import { bindingDeclarations, mapBinding, outputOf, vectorAt, weightBinding, type Program } from './program';

/** Invocations that share one vector of outputs: one subgroup on common GPUs, or a few smaller ones. */
const threads = 32;

/**
 * A 1x1 convolution of a single pixel, that is, a matrix times a vector, with bias, gate, residual and activation. A
 * workgroup computes one vector of four outputs: its invocations share the inputs, and subgroup operations add up the
 * sums.
 */
export function subgroupPointwiseProgram(step: ConvolutionStep): Program {
  const { input, groups, rows, residual, gate } = step;
  const inTiles = input.layout.length / groups / 4;
  const outTiles = rows.length / groups / 4;
  const biasAt = groups * inTiles * 4 * outTiles;
  const output = outputOf(step);
  const bindings = [
    mapBinding('source', input),
    weightBinding,
    ...(residual === null ? [] : [mapBinding('residual', residual)]),
    ...(gate === null ? [] : [mapBinding('gate', gate)]),
    ...output.bindings,
  ];
  const at = `group * ${inTiles}u + k`;
  const gated = gate === null ? '' : ` * ${vectorAt('gate', gate, '0u', at)}`;
  const added = residual === null ? '' : ` + ${vectorAt('residual', residual, '0u', 'work.x')}`;
  // The device decides which invocations form a subgroup: the first one of each writes the subgroup's sum.
  const code = `enable subgroups;
${bindingDeclarations(bindings)}
${output.declarations.join('\n')}
var<workgroup> sums: array<vec4f, ${threads}>;
@compute @workgroup_size(${threads}, 1, 1)
fn main(
  @builtin(workgroup_id) work: vec3u,
  @builtin(local_invocation_index) thread: u32,
  @builtin(subgroup_invocation_id) seat: u32,
) {
  let group = work.x / ${outTiles}u;
  let tile = work.x % ${outTiles}u;
  var sum = vec4f();
  for (var k = thread; k < ${inTiles}u; k += ${threads}u) {
    let row = (${at}) * ${4 * outTiles}u + tile;
    let v = ${vectorAt('source', input, '0u', at)}${gated};
    sum += v.x * weights[row] + v.y * weights[row + ${outTiles}u]
      + v.z * weights[row + ${2 * outTiles}u] + v.w * weights[row + ${3 * outTiles}u];
  }
  let subgroupSum = subgroupAdd(sum);
  sums[thread] = select(vec4f(), subgroupSum, seat == 0u);
  workgroupBarrier();
  if (thread == 0u) {
    var total = weights[${biasAt}u + work.x];
    for (var i = 0u; i < ${threads}u; i++) { total += sums[i]; }
    store(0u, work.x, total${added});
  }
}
`;
  return { code, bindings, workgroups: [groups * outTiles, 1, 1] };
}
