import { createExecutor } from '../../src/run/engine/createExecutor';
import { framePixels } from '../../src/run/frames/framePixels';
import { imageNetNormalisation, networkInput } from '../../src/run/frames/preprocess';
import { conv, input } from '../../src/nets/build';
import { graphOf } from '../../src/nets/graph';
import { elementCount } from '../../src/nets/op';
import { valueOf } from './valueOf';

/** Side of the network's input: small enough that every input value can be an output of the network. */
const side = 8;

/** Picture sizes that are reduced, enlarged, cropped and used unchanged. */
const sizes = {
  'smaller by a fraction': [150, 101],
  'twice as small, upright': [16, 40],
  'as it is': [8, 8],
  larger: [5, 9],
} as const;

/**
 * Differences between classifying a frame entirely on the GPU and from pixels in memory, by picture: the largest and the
 * mean, in steps of a colour (1 is 1/255). The network's outputs are its inputs.
 */
export async function frameDifferences() {
  const executor = valueOf(await createExecutor({ backend: 'webgpu', wasmBinaries: null }));
  const count = side * side * 3;
  const whole = { outChannels: count, kernel: side, stride: 1, padding: 'valid', bias: false } as const;
  const graph = graphOf(conv('all', input({ height: side, width: side, channels: 3 }), whole));
  // Output channel, then red, green, blue, then the pixel: PyTorch's order of a convolution's weights.
  const data = new Float32Array(count * count);
  for (let output = 0; output < count; output += 1)
    data[output * count + (output % 3) * side * side + Math.floor(output / 3)] = 1;
  const tensors = new Map([['all.weight', { shape: [count, 3, side, side], data }]]);
  const network = valueOf(await executor.compile(graph, tensors, () => undefined));
  const path = valueOf(
    (await network.framePath?.(imageNetNormalisation, count)) ?? { ok: false, error: 'no frame path' },
  );
  const pixelsOf = framePixels();
  const differences: Record<string, { readonly max: number; readonly mean: number; readonly outputs: number }> = {};
  for (const [name, [width, height]] of Object.entries(sizes)) {
    const frame = pattern(width, height);
    const output = valueOf((await path?.run(frame)) ?? { ok: false, error: 'no frame path' });
    const wanted = logSoftmax(networkInput(pixelsOf(frame), side, imageNetNormalisation));
    frame.close();
    const steps = (output?.likely ?? []).map(
      ({ index, probability }) => Math.abs(Math.log(probability) - (wanted[index] ?? NaN)) * 255 * 0.224,
    );
    differences[name] = {
      max: Math.max(...steps),
      mean: steps.reduce((sum, step) => sum + step, 0) / steps.length,
      outputs: new Set(output?.likely.map(({ index }) => index)).size,
    };
  }
  network.dispose();
  executor.dispose();
  return { differences, inputs: elementCount(graph.input.shape) };
}

/** Stripes and gradients in every colour, with a translucent corner. */
function pattern(width: number, height: number): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('pattern: no canvas');
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const opacity = x + y < width / 3 ? 128 : 255;
    data.set(
      [127 + 120 * Math.sin(x * 0.9), (255 * y) / height, 127 + 120 * Math.cos(x * 0.3 + y), opacity],
      pixel * 4,
    );
  }
  context.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.transferToImageBitmap();
}

function logSoftmax(values: Float32Array): Float32Array {
  const sum = values.reduce((total, value) => total + Math.exp(value), 0);
  return values.map((value) => value - Math.log(sum));
}
