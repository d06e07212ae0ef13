/** Threads of a workgroup; each ranks one output. */
export const rankGroupSize = 64;

/**
 * A shader that finds a network's largest outputs and their softmax. Each invocation counts the outputs that rank
 * before its own; the first `count` write their index and probability at their rank.
 * @param firstVector offset of the output in its buffer, in vectors; its channels are in order
 */
export function likeliestOutputsCode(channels: number, firstVector: number, count: number): string {
  const vectors = Math.ceil(channels / 4);
  return `@group(0) @binding(0) var<storage, read> logits: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> likeliest: array<vec2f>;
@compute @workgroup_size(${rankGroupSize}, 1, 1)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let channel = id.x;
  if (channel >= ${channels}u) { return; }
  let own = logits[${firstVector}u + channel / 4u][channel % 4u];
  var before = vec4u();
  for (var k = 0u; k < ${vectors}u; k++) {
    let values = logits[${firstVector}u + k];
    let indices = vec4u(4 * k) + vec4u(0, 1, 2, 3);
    let precedes = (values > vec4f(own)) | ((values == vec4f(own)) & (indices < vec4u(channel)));
    before += select(vec4u(), vec4u(1), precedes & (indices < vec4u(${channels})));
  }
  let rank = before.x + before.y + before.z + before.w;
  if (rank >= ${count}u) { return; }
  // Exponents are relative to this output's own logit, so the sum is 1 / probability; e^80 is still finite.
  var sum = vec4f();
  for (var k = 0u; k < ${vectors}u; k++) {
    let indices = vec4u(4 * k) + vec4u(0, 1, 2, 3);
    let shares = exp(min(logits[${firstVector}u + k] - own, vec4f(80)));
    sum += select(vec4f(), shares, indices < vec4u(${channels}));
  }
  likeliest[rank] = vec2f(f32(channel), 1 / (sum.x + sum.y + sum.z + sum.w));
}
`;
}
