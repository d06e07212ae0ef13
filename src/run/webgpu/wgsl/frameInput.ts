import type { Normalisation } from '../../frames/preprocess';

/** Threads of a workgroup along either side of the image. */
export const frameGroupSide = 8;

/**
 * A shader that computes a network's input from a square image: resized to `resolution` like `networkInput`, composed
 * over white, and normalised. Reads a texture of any size with premultiplied alpha; writes a vector for each pixel:
 * red, green, blue and a hole.
 */
export function frameInputCode(resolution: number, { mean, std }: Normalisation): string {
  return `@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var<storage, read_write> result: array<vec4f>;
const mean = ${vector(mean)};
const deviation = ${vector(std)};
fn weight(tap: u32, centre: f32, reach: f32) -> f32 {
  return max(0, 1 - abs(f32(tap) + 0.5 - centre) / reach);
}
@compute @workgroup_size(${frameGroupSide}, ${frameGroupSide}, 1)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${resolution}u || id.y >= ${resolution}u) { return; }
  let side = f32(textureDimensions(picture).x);
  let step = side / ${resolution};
  let reach = max(step, 1);
  let centre = (vec2f(id.xy) + 0.5) * step;
  let first = vec2u(max(vec2f(), floor(centre - reach + 0.5)));
  let end = vec2u(min(vec2f(side), floor(centre + reach + 0.5)));
  var sum = vec3f();
  var total = 0.0;
  for (var y = first.y; y < end.y; y++) {
    let rowWeight = weight(y, centre.y, reach);
    for (var x = first.x; x < end.x; x++) {
      let share = rowWeight * weight(x, centre.x, reach);
      let colour = textureLoad(picture, vec2u(x, y), 0);
      sum += share * (colour.rgb + (1 - colour.a));
      total += share;
    }
  }
  result[id.y * ${resolution}u + id.x] = vec4f((sum / total - mean) / deviation, 0);
}
`;
}

function vector(values: readonly number[]): string {
  return `vec3f(${values.join(', ')})`;
}
