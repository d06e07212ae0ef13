import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smallTensors, smallTflite, type SmallTensor } from './fixtures/smallTflite';
import { parseTflite } from './tflite';

const folder = new URL('../../../../../shared/fixtures/tflite/', import.meta.url);

function read(bytes: Uint8Array) {
  const file = parseTflite(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

function errorOf(bytes: Uint8Array): string {
  const file = parseTflite(bytes, 'small.tflite');
  return file.ok ? 'was read' : file.error;
}

/** The small file with tensor `index` changed. */
function withTensor(index: number, change: Partial<SmallTensor>): Uint8Array {
  return smallTflite(smallTensors.map((tensor, at) => (at === index ? { ...tensor, ...change } : tensor)));
}

describe('a small TensorFlow Lite file', () => {
  const file = read(smallTflite());

  it('returns its weights as float32, dequantised per tensor and per channel', () => {
    expect(file.tensors.map(({ name, shape, data }) => [name, shape, [...data]])).toEqual([
      ['conv/weights', [2, 1, 1, 1], [-64, 1]],
      ['conv/bias', [2], [-1, 250]],
      ['depthwise/weights', [1, 1, 2, 2], [-128, 63, 1, 0.5]],
      ['classifier/weights', [3, 2], [1, 2, 3, 4, 5, 6]],
    ]);
  });

  it('caches no values: every access decodes them again', () => {
    const [filter] = file.tensors;
    const first = filter?.data;
    expect(filter?.data).toEqual(first);
    expect(filter?.data).not.toBe(first);
  });

  it('returns its operators in execution order, with their options', () => {
    expect(file.operators).toEqual([
      {
        name: 'CONV_2D',
        inputs: ['image', 'conv/weights', 'conv/bias'],
        outputs: ['conv'],
        options: { kind: 'conv2d', padding: 'same', stride: [2, 2], dilation: [1, 1], activation: 'relu6' },
      },
      {
        name: 'DEPTHWISE_CONV_2D',
        inputs: ['conv', 'depthwise/weights', ''],
        outputs: ['conv#5'],
        options: {
          kind: 'depthwiseConv2d',
          padding: 'valid',
          stride: [2, 1],
          dilation: [1, 1],
          activation: 'none',
          depthMultiplier: 1,
        },
      },
      {
        name: 'FULLY_CONNECTED',
        inputs: ['conv#5', 'classifier/weights', ''],
        outputs: ['logits'],
        options: { kind: 'fullyConnected', activation: 'relu' },
      },
      { name: 'SOFTMAX', inputs: ['logits'], outputs: ['probabilities'], options: { kind: 'softmax', beta: 1 } },
    ]);
    expect(file.inputs).toEqual(['image']);
    expect(file.outputs).toEqual(['probabilities']);
  });

  it('returns the quantisation of its input', () => {
    expect(file.values[0]).toEqual({
      name: 'image',
      shape: [1, 4, 4, 1],
      type: 'U8',
      quantization: { scales: [1 / 128], zeroPoints: [128], axis: 0 },
    });
  });
});

// Operators: the stem, 13 depthwise and 13 pointwise convolutions, pool, classifier, reshape, softmax; for V2 the stem,
// 17 bottlenecks of 3 convolutions (the first of 2), 10 additions, the last convolution, and the same four.
describe.skipIf(!existsSync(folder))('the published files', () => {
  it.each([
    ['mobilenet_v1_0.25_128_quant', 31, [1, 128, 128, 3], [8, 3, 3, 3]],
    ['mobilenet_v1_0.5_160_quant', 31, [1, 160, 160, 3], [16, 3, 3, 3]],
    ['mobilenet_v1_0.75_192_quant', 31, [1, 192, 192, 3], [24, 3, 3, 3]],
    ['mobilenet_v2_1.0_224_quant', 1 + 2 + 16 * 3 + 10 + 1 + 4, [1, 224, 224, 3], [32, 3, 3, 3]],
  ])('%s: weights and operators in order', (name, operators, image, stem) => {
    const bytes = readFileSync(new URL(`${name}.tflite`, folder));
    const file = read(bytes);
    expect(file.operators).toHaveLength(operators);
    expect(file.values.find((value) => value.name === file.inputs[0])).toEqual({
      name: 'input',
      shape: image,
      type: 'U8',
      quantization: { scales: [1 / 128], zeroPoints: [128], axis: 0 },
    });
    const convolutions = file.operators.filter(({ name: operator }) => operator.endsWith('CONV_2D'));
    const weights = convolutions.map(({ inputs }) => file.tensors.find((tensor) => tensor.name === inputs[1]));
    expect(weights[0]?.shape).toEqual(stem);
    expect(weights.at(-1)?.shape[0]).toBe(1001);
    // 8-bit values become 32-bit ones, one tensor at a time.
    const largestBytes = Math.max(...file.tensors.map(({ data }) => data.byteLength));
    expect(largestBytes).toBeLessThan(2 * bytes.length);
    // Trained filters have both signs; a wrong zero point would lose one.
    for (const filter of weights) expect(filter?.data.some((value) => value > 0)).toBe(true);
    for (const filter of weights) expect(filter?.data.some((value) => value < 0)).toBe(true);
  });
});

describe('a bad TensorFlow Lite file', () => {
  const root = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(0, true);

  /** The small file with a 32-bit number written at byte `at`. */
  function withNumber(at: number, value: number): Uint8Array {
    const bytes = smallTflite();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  }

  it.each([
    ['no bytes', new Uint8Array(), 'points outside the file (got 4 bytes at 0, wanted below 0) (byte 0)'],
    ['cut short', smallTflite().subarray(0, 500), 'points outside the file'],
    ['a root beyond the end', withNumber(0, 0xfffffff0), 'points outside the file (got 4 bytes at 4294967280'],
    ['a table without fields beyond the end', withNumber(root(smallTflite()), 0x80000000), 'points outside the file'],
    [
      'weights of another size',
      withTensor(1, { shape: [3, 1, 1, 1] }),
      'conv/weights: U8 [3, 1, 1, 1] does not fit (got 2 bytes)',
    ],
    ['an impossible shape', withTensor(1, { shape: [-2] }), 'impossible shape: got [-2]'],
    ['an absurd shape', withTensor(1, { shape: [2 ** 30, 2 ** 30] }), 'absurd shape'],
    ['an element type without numbers', withTensor(1, { type: 5 }), 'conv/weights: unknown element type (got 5)'],
    ['one scale too many', withTensor(4, { scales: [1, 2, 3], zeroPoints: [] }), 'scales (got 3, wanted 2 for axis 3)'],
    ['one zero point too few', withTensor(4, { zeroPoints: [1] }), 'zero points (got 1, wanted 2)'],
    ['scales along an axis that does not exist', withTensor(4, { axis: 9 }), 'scales (got 2, wanted none for axis 9)'],
  ])('is refused: %s', (_, bytes, reason) => {
    expect(errorOf(bytes)).toContain(
      `small.tflite: ${reason.startsWith('conv') || reason.includes('byte 0') ? reason : ''}`,
    );
    expect(errorOf(bytes)).toContain(reason);
    expect(errorOf(bytes)).toMatch(/\(byte \d+\)$/);
  });

  it('is refused when one vector is read again and again', () => {
    const short = Array.from({ length: 200 }, () => ({ name: 'b', shape: [1], type: 0 }));
    const long = { name: 'a'.repeat(100_000), shape: [1], type: 0 };
    expect(errorOf(sharingOneTensor(smallTflite([...smallTensors, ...short, long])))).toContain(
      'too many parts to hold in memory',
    );
  });
});

/** The file with every tensor replaced by the last one, at four bytes per reference. */
function sharingOneTensor(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  const follow = (at: number) => at + view.getUint32(at, true);
  const field = (table: number, id: number) => {
    const fields = table - view.getInt32(table, true);
    return table + view.getUint16(fields + 4 + 2 * id, true);
  };
  const graphs = follow(field(follow(0), 2));
  const tensors = follow(field(follow(graphs + 4), 0));
  const count = view.getUint32(tensors, true);
  const last = follow(tensors + 4 * count);
  for (let index = 1; index <= count; index += 1) view.setUint32(tensors + 4 * index, last - tensors - 4 * index, true);
  return bytes;
}
