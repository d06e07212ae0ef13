import { describe, expect, test } from 'vitest';
import { add, batchNorm, conv, flatten, fullyConnected, globalAveragePool, input } from '../../nets/build';
import { graphOf, type Graph } from '../../nets/graph';
import { denseTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { valueOf } from '../fixtures/wasmExecutor';
import type { StoredLayer } from './checkpointLayers';
import { fittedById, fittedTensors } from './fittedTensors';
import { pytorchLayers } from './pytorchLayers';

const image = input({ height: 2, width: 2, channels: 3 });
const layer = conv('conv', image, { outChannels: 4, kernel: 1 });
const graph = graphOf(fullyConnected('fc', globalAveragePool('pool', batchNorm('norm', layer, 1e-3)), 2));

const torchvision: readonly StoredTensor[] = [
  stored('features.0.weight', 4, 3, 1, 1),
  ...['weight', 'bias', 'running_mean', 'running_var'].map((part) => stored(`features.1.${part}`, 4)),
  stored('features.1.num_batches_tracked'),
  stored('classifier.weight', 2, 4),
  stored('classifier.bias', 2),
];

const options = { flattens: 'channelsFirst' } as const;

function layersOf(tensors: readonly StoredTensor[]): readonly StoredLayer[] {
  return pytorchLayers(tensors, { isSorted: false }).orders[0] ?? [];
}

function refusal(tensors: readonly StoredTensor[]): unknown {
  const fitted = fittedTensors(graph, layersOf(tensors), options);
  return fitted.ok ? 'not refused' : fitted.error.error;
}

describe('a state dict with other names', () => {
  test('is read in execution order, skipping step counters', () => {
    const tensors = valueOf(fittedTensors(graph, layersOf(torchvision), options));
    expect([...tensors.keys()]).toEqual([
      'conv.weight',
      'norm.weight',
      'norm.bias',
      'norm.running_mean',
      'norm.running_var',
      'fc.weight',
      'fc.bias',
    ]);
    expect(tensors.get('fc.weight')?.data).toBe(torchvision[6]?.data);
  });

  test('is refused with the tensor, its wanted and its actual shape', () => {
    const other = torchvision.with(6, stored('classifier.weight', 5, 4));
    expect(refusal(other)).toEqual({
      code: 'weightsOfAnotherNetwork',
      tensor: 'fc.weight (classifier.weight in the file)',
      wanted: [2, 4],
      got: [5, 4],
    });
  });

  test('is refused when it has too few or too many tensors', () => {
    expect(refusal(torchvision.slice(0, -1))).toMatchObject({ tensor: 'fc.bias', wanted: [2], got: null });
    expect(refusal(torchvision.slice(0, -2))).toMatchObject({ tensor: 'fc.weight', wanted: [2, 4], got: null });
    const extra = stored('extra.weight', 9, 9);
    expect(refusal([...torchvision, extra])).toMatchObject({ tensor: 'extra.weight', wanted: null, got: [9, 9] });
  });
});

describe('differences between a file and the graph', () => {
  const weight = filled('w', [4, 3, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const four = (name: string, ...values: readonly number[]) => filled(name, [4], values);
  const classifier = { weight: stored('fc.weight', 2, 4), bias: stored('fc.bias', 2) };

  test('batch norm folded into the weights becomes one that only shifts', () => {
    const tensors = fitted(graph, [{ weight, bias: four('b', 1, 2, 3, 4) }, classifier]);
    expect(scaleAndShift(tensors, 1e-3)).toEqual({ scale: [1, 1, 1, 1], shift: [1, 2, 3, 4] });
  });

  test('a bias before a batch norm moves its mean, and another epsilon its scale', () => {
    const [mean, variance] = [four('m', 1, 1, 1, 1), four('v', 0.25, 1, 4, 0)];
    const norm = { weight: four('g', 1, 2, 3, 1e-3), bias: four('s', 0, 0, 0, 1), mean, variance };
    const tensors = fitted(graph, [{ weight, bias: four('b', 1, 1, 1, 2), norm }, classifier], { epsilon: 1e-5 });
    const { scale, shift } = scaleAndShift(tensors, 1e-3);
    const wanted = [1 / Math.sqrt(0.25001), 2 / Math.sqrt(1.00001), 3 / Math.sqrt(4.00001), 1e-3 / Math.sqrt(1e-5)];
    for (const [index, value] of wanted.entries()) expect(scale[index]).toBeCloseTo(value, 5);
    expect(shift.slice(0, 3)).toEqual([0, 0, 0]);
    expect(shift[3]).toBeCloseTo(1 + 1e-3 / Math.sqrt(1e-5), 5);
  });

  test('a network without scale and shift gets 1 and 0', () => {
    const norm = { mean: four('m', 0, 0, 0, 0), variance: four('v', 1, 1, 1, 1) };
    const tensors = fitted(graph, [{ weight, norm }, classifier]);
    expect(tensors.get('norm.weight')?.data).toEqual(Float32Array.of(1, 1, 1, 1));
    expect(tensors.get('norm.bias')?.data).toEqual(Float32Array.of(0, 0, 0, 0));
  });

  test('BGR filters of the first layer become RGB', () => {
    const tensors = fitted(graph, [{ weight, bias: four('b', 0, 0, 0, 0) }, classifier], { isBgr: true });
    expect([...(tensors.get('conv.weight')?.data ?? [])]).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10]);
  });

  test('weights for a map flattened channels last are reordered channels first', () => {
    const dense = graphOf(fullyConnected('fc', flatten('flatten', image), 1));
    const row = filled('fc.weight', [1, 12], [0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32]);
    const layers = [{ weight: row, bias: stored('fc.bias', 1) }];
    const tensors = valueOf(fittedTensors(dense, layers, { flattens: 'channelsLast' }));
    expect([...(tensors.get('fc.weight')?.data ?? [])]).toEqual([0, 10, 20, 30, 1, 11, 21, 31, 2, 12, 22, 32]);
  });

  test('weights that the file lets decode in parts are decoded in parts, reordered ones, too', () => {
    const dense = graphOf(fullyConnected('fc', flatten('flatten', image), 1));
    const row = denseTensor('fc.weight', [1, 12], 'U8', Uint8Array.of(0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32));
    const layers = [{ weight: row, bias: stored('fc.bias', 1) }];
    const tensors = valueOf(fittedTensors(dense, layers, { flattens: 'channelsLast' }));
    expect([...(tensors.get('fc.weight')?.part?.(3, 6) ?? [])]).toEqual([30, 1, 11]);
  });

  test('a layer without a bias gets zeros where the file states its network, and is refused where it does not', () => {
    const lacking = [{ weight, norm: { mean: four('m', 0, 0, 0, 0), variance: four('v', 1, 1, 1, 1) } }];
    const layers = new Map([
      ['conv', { weight }],
      ['fc', { weight: classifier.weight }],
    ]);
    const tensors = valueOf(fittedById(graph, layers, options));
    expect([...(tensors.get('fc.bias')?.data ?? [])]).toEqual([0, 0]);
    expect([...(tensors.get('norm.bias')?.data ?? [])]).toEqual([0, 0, 0, 0]);
    expect(fittedTensors(graph, [...lacking, { weight: classifier.weight }], options).ok).toBe(false);
  });
});

type Fitted = ReturnType<typeof fitted>;

function fitted(wanted: Graph, layers: readonly StoredLayer[], more: { epsilon?: number; isBgr?: boolean } = {}) {
  return valueOf(fittedTensors(wanted, layers, { ...options, ...more }));
}

function scaleAndShift(tensors: Fitted, epsilon: number) {
  const part = (name: string) => [...(tensors.get(`norm.${name}`)?.data ?? [])];
  const variance = part('running_var');
  const scale = part('weight').map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + epsilon));
  const mean = part('running_mean');
  const rounded = scale.map((value) => Math.round(value * 1e6) / 1e6);
  return {
    scale: rounded,
    shift: part('bias').map((value, channel) => value - (mean[channel] ?? 0) * (rounded[channel] ?? 0)),
  };
}

function stored(name: string, ...shape: number[]): StoredTensor {
  return filled(name, shape, new Array<number>(shape.reduce((product, size) => product * size, 1)).fill(0));
}

function filled(name: string, shape: readonly number[], values: readonly number[]): StoredTensor {
  return { name, shape, data: Float32Array.from(values) };
}

test('a file that lists the branches of a sum in the other order fits all the same', () => {
  const branches = graphOf(
    add('add', [
      conv('left', image, { outChannels: 3, kernel: 1 }),
      conv('right', conv('inner', image, { outChannels: 5, kernel: 1 }), { outChannels: 3, kernel: 1 }),
    ]),
  );
  const [left, inner, right] = [stored('a', 3, 3, 1, 1), stored('b', 5, 3, 1, 1), stored('c', 3, 5, 1, 1)];
  for (const order of [
    [left, inner, right],
    [inner, right, left],
  ]) {
    const tensors = fitted(
      branches,
      order.map((weight) => ({ weight })),
    );
    expect(tensors.get('right.weight')?.shape).toEqual([3, 5, 1, 1]);
  }
  expect(
    fittedTensors(
      branches,
      [inner, left, right].map((weight) => ({ weight })),
      options,
    ).ok,
  ).toBe(false);
});
