import { expect, test } from 'vitest';
import { batchNorm, conv, fullyConnected, globalAveragePool, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { valueOf } from '../fixtures/wasmExecutor';
import { namedTensors, type StoredTensor } from './stateDict';

const layer = conv('conv', input({ height: 2, width: 2, channels: 3 }), { outChannels: 4, kernel: 1 });
const graph = graphOf(fullyConnected('fc', globalAveragePool('pool', batchNorm('norm', layer)), 2));
const file = weightTensorsOf(graph)
  .map(({ name, shape }) => stored(name, ...shape))
  .reverse();

test('a file with the names of the graph is read by name, in any order, ignoring other tensors', () => {
  expect(valueOf(namedTensors(graph, [...file, stored('aux.weight', 9)])).size).toBe(7);
});

test('a file with a missing tensor is refused, even if the next tensor would fit', () => {
  const lacking = file.filter(({ name }) => name !== 'norm.bias');
  expect(namedTensors(graph, lacking)).toEqual({
    ok: false,
    error: { code: 'weightsOfAnotherNetwork', tensor: 'norm.bias', wanted: [4], got: null },
  });
});

test('a tensor of another shape is refused with the wanted and the actual shape', () => {
  const other = file.map((tensor) => (tensor.name === 'fc.weight' ? stored('fc.weight', 5, 4) : tensor));
  expect(namedTensors(graph, other)).toEqual({
    ok: false,
    error: { code: 'weightsOfAnotherNetwork', tensor: 'fc.weight', wanted: [2, 4], got: [5, 4] },
  });
});

function stored(name: string, ...shape: number[]): StoredTensor {
  return { name, shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
}
