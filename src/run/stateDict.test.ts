import { describe, expect, test } from 'vitest';
import { batchNorm, conv, fullyConnected, globalAveragePool, input } from '../nets/build';
import { graphOf } from '../nets/graph';
import { valueOf } from './fixtures/wasmExecutor';
import { matchedTensors, namedTensors, orderedTensors, type StoredTensor } from './stateDict';

const layer = conv('conv', input({ height: 2, width: 2, channels: 3 }), { outChannels: 4, kernel: 1 });
const graph = graphOf(fullyConnected('fc', globalAveragePool('pool', batchNorm('norm', layer)), 2));

const torchvision: readonly StoredTensor[] = [
  stored('features.0.weight', 4, 3, 1, 1),
  ...['weight', 'bias', 'running_mean', 'running_var'].map((part) => stored(`features.1.${part}`, 4)),
  stored('features.1.num_batches_tracked'),
  stored('classifier.weight', 2, 4),
  stored('classifier.bias', 2),
];

describe('a state dict of another naming', () => {
  test('is taken in execution order, step counters passed over', () => {
    const tensors = valueOf(matchedTensors(graph, torchvision));
    expect([...tensors.keys()]).toEqual([
      'conv.weight',
      'norm.weight',
      'norm.bias',
      'norm.running_mean',
      'norm.running_var',
      'fc.weight',
      'fc.bias',
    ]);
    expect(tensors.get('fc.weight')).toBe(torchvision[6]);
  });

  test('is refused with the tensor, the shape wanted and the shape found', () => {
    const other = torchvision.map((tensor) =>
      tensor.name === 'classifier.weight' ? stored(tensor.name, 5, 4) : tensor,
    );
    expect(orderedTensors(graph, other)).toEqual({
      ok: false,
      error: {
        code: 'weightsOfAnotherNetwork',
        tensor: 'fc.weight (classifier.weight in the file)',
        wanted: [2, 4],
        got: [5, 4],
      },
    });
  });

  test('is refused when a tensor of the right shape plays another part', () => {
    const swapped = torchvision.with(1, stored('features.1.running_mean', 4));
    expect(orderedTensors(graph, swapped)).toMatchObject({
      ok: false,
      error: { tensor: 'norm.weight (features.1.running_mean in the file)' },
    });
  });

  test('is refused when it ends early or goes on too long', () => {
    expect(orderedTensors(graph, torchvision.slice(0, -1))).toMatchObject({
      ok: false,
      error: { tensor: 'fc.bias', wanted: [2], got: null },
    });
    expect(orderedTensors(graph, [...torchvision, stored('aux.weight', 9)])).toMatchObject({
      ok: false,
      error: { tensor: 'aux.weight', wanted: null, got: [9] },
    });
  });
});

describe("a file in the graph's own naming", () => {
  const own = valueOf(orderedTensors(graph, torchvision));
  const file = [...own].map(([name, tensor]) => ({ ...tensor, name })).reverse();

  test('is taken by name, in any order, extra tensors left alone', () => {
    expect(valueOf(matchedTensors(graph, [...file, stored('aux.weight', 9)])).size).toBe(7);
  });

  test('is refused when a tensor is missing, even if its neighbour would fit', () => {
    const lacking = file.filter(({ name }) => name !== 'norm.bias');
    expect(namedTensors(graph, lacking)).toEqual({
      ok: false,
      error: { code: 'weightsOfAnotherNetwork', tensor: 'norm.bias', wanted: [4], got: null },
    });
    expect(matchedTensors(graph, lacking)).toMatchObject({ ok: false });
  });
});

function stored(name: string, ...shape: number[]): StoredTensor {
  return { name, shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
}
