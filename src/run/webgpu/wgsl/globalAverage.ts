import type { GlobalAverageStep } from '../deviceStep';
import { bindingDeclarations, mapBinding, outputOf, vectorAt, type Program } from './program';

/** How many invocations share the pixels of one vector of channels. */
export type GlobalAverageVariant = { readonly threads: number };

/** The mean of each channel, then the activation. A workgroup computes four channels by a tree reduction. */
export function globalAverageProgram(step: GlobalAverageStep, { threads }: GlobalAverageVariant): Program {
  const { input } = step;
  const pixels = input.height * input.width;
  const tiles = input.layout.length / 4;
  const output = outputOf(step);
  const bindings = [mapBinding('source', input), ...output.bindings];
  const halving = `
  sums[thread] = sum;
  for (var half = ${threads / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (thread < half) { sums[thread] += sums[thread + half]; }
  }
  sum = sums[0];`;
  const code = `${bindingDeclarations(bindings)}
${threads > 1 ? `var<workgroup> sums: array<vec4f, ${threads}>;` : ''}
${output.declarations.join('\n')}
@compute @workgroup_size(${threads}, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let tile = group.x;
  var sum = vec4f();
  for (var pixel = thread; pixel < ${pixels}u; pixel += ${threads}u) {
    sum += ${vectorAt('source', input, 'pixel', 'tile')};
  }${threads > 1 ? halving : ''}
  if (thread == 0u) { store(0u, tile, sum * ${1 / pixels}); }
}
`;
  return { code, bindings, workgroups: [tiles, 1, 1] };
}
