import { expect, test } from 'vitest';
import { batchNorm, conv, flatten, fullyConnected, input } from '../build';
import { graphOf } from '../graph';
import { weightTensorsOf } from './weightTensors';

/** The keys of `nn.Sequential(...).state_dict()` in PyTorch, with their shapes. */
test('the tensors of a graph have the names, order and axes of a PyTorch state dict', () => {
  const image = input({ height: 4, width: 4, channels: 6 });
  const map = batchNorm('norm', conv('conv', image, { outChannels: 8, kernel: [3, 5], groups: 2, bias: true }));
  const graph = graphOf(fullyConnected('classifier', flatten('flatten', map), 10));
  const { height, width } = map.shape;
  expect(weightTensorsOf(graph).map(({ name, shape, node }) => [name, shape, node.id])).toEqual([
    ['conv.weight', [8, 3, 3, 5], 'conv'],
    ['conv.bias', [8], 'conv'],
    ['norm.weight', [8], 'norm'],
    ['norm.bias', [8], 'norm'],
    ['norm.running_mean', [8], 'norm'],
    ['norm.running_var', [8], 'norm'],
    ['classifier.weight', [10, 8 * height * width], 'classifier'],
    ['classifier.bias', [10], 'classifier'],
  ]);
});

test('layers without a bias have none in the file', () => {
  const image = input({ height: 1, width: 1, channels: 4 });
  const graph = graphOf(fullyConnected('fc', conv('conv', image, { outChannels: 2, kernel: 1 }), 3, false));
  expect(weightTensorsOf(graph).map(({ name }) => name)).toEqual(['conv.weight', 'fc.weight']);
});
