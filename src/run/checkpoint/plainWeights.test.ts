import { expect, test } from 'vitest';
import type { StoredTensor } from '../weights/stateDict';
import { plainWeights } from './plainWeights';
import { pytorchLayers } from './pytorchLayers';

function tensor(name: string, shape: readonly number[], ...values: readonly number[]): StoredTensor {
  return { name, shape, data: Float32Array.from(values) };
}

const weightOf = (...tensors: readonly StoredTensor[]) => {
  const { modules, notes } = plainWeights(tensors);
  return { values: [...(modules[0]?.parts.get('weight')?.data ?? [])], notes };
};

test('masks of pruning are multiplied into the weights', () => {
  const pruned = [
    tensor('fc.bias', [1], 5),
    tensor('fc.weight_orig', [1, 3], 1, 2, 3),
    tensor('fc.weight_mask', [1, 3], 1, 0, 1),
  ];
  expect(weightOf(...pruned)).toEqual({ values: [1, 0, 3], notes: [{ kind: 'masksApplied', layers: 1 }] });
});

test.each([
  ['weight_g', 'weight_v'],
  ['parametrizations.weight.original0', 'parametrizations.weight.original1'],
])('weight norm is computed from %s and %s', (size, direction) => {
  const { values, notes } = weightOf(
    tensor(`fc.${size}`, [2, 1], 10, 1),
    tensor(`fc.${direction}`, [2, 2], 3, 4, 0, 2),
  );
  expect(values).toEqual([6, 8, 0, 1]);
  expect(notes).toEqual([{ kind: 'weightNormApplied', layers: 1 }]);
});

test('spectral norm is refused with the way out', () => {
  const spectral = [tensor('fc.weight_orig', [1, 1], 1), tensor('fc.weight_u', [1], 1), tensor('fc.weight_v', [1], 1)];
  expect(() => plainWeights(spectral)).toThrow('fc: spectral norm, which is not computed here: save the weights after');
});

test('other weights that code computes are refused with the way out', () => {
  const computed = [
    tensor('fc.parametrizations.weight.original', [1, 1], 1),
    tensor('fc.parametrizations.weight.0._u', [1]),
  ];
  expect(() => plainWeights(computed)).toThrow(
    'fc: its weight is computed from other tensors by code: save the weights after torch.nn.utils.parametrize.remove_parametrizations(module, "weight")',
  );
});

test('an auxiliary classifier is left out and named, and a layer that only sounds like one is not', () => {
  const { modules, notes } = plainWeights([
    tensor('fc.weight', [1, 1], 2),
    tensor('aux_head.conv.weight', [1, 1], 2),
    tensor('auxiliary_path.weight', [1, 1], 2),
  ]);
  expect(modules.map(({ path }) => path)).toEqual(['fc', 'auxiliary_path']);
  expect(notes).toEqual([{ kind: 'skipped', names: ['aux_head.conv.weight'], count: 1 }]);
});

test.each([
  ['in the order of their names', ['b.1.bias', 'b.1.weight', 'b.10.bias', 'b.10.weight', 'b.2.bias', 'b.2.weight']],
  ['shuffled', ['b.10.weight', 'b.1.weight', 'b.2.bias', 'b.10.bias', 'b.2.weight', 'b.1.bias']],
])('tensors %s are in the order of their numbers', (_, stored) => {
  const tensors = stored.map((name) => (name.endsWith('bias') ? tensor(name, [1], 0) : tensor(name, [1, 1], 0)));
  const [order] = pytorchLayers(tensors, { isSorted: false }).orders;
  expect(order?.map(({ weight }) => weight.name)).toEqual(['b.1.weight', 'b.2.weight', 'b.10.weight']);
});

test('tensors as modules are declared keep their order, whatever their names', () => {
  const tensors = ['stem', 'body', 'head'].map((name) => tensor(`${name}.weight`, [1, 1], 0));
  const { orders } = pytorchLayers(tensors, { isSorted: false });
  expect(orders.map((order) => order.map(({ weight }) => weight.name))).toEqual([
    ['stem.weight', 'body.weight', 'head.weight'],
  ]);
});

test('tensors of no layer are left out and named: those of a loss, a count, the scaling of the image', () => {
  const { modules, notes } = plainWeights([
    tensor('n_averaged', [], 1),
    tensor('criterion.weight', [2], 1, 1),
    tensor('normalize.mean', [3], 0, 0, 0),
    tensor('normalize.std', [3], 1, 1, 1),
    tensor('fc.weight', [1, 1], 2),
  ]);
  expect(modules.map(({ path }) => path)).toEqual(['fc']);
  const names = ['n_averaged', 'criterion.weight', 'normalize.mean', 'normalize.std'];
  expect(notes).toEqual([{ kind: 'skipped', names, count: 4 }]);
});

test('a vector inside the network is a layer that may be unknown, and not left out', () => {
  expect(() => pytorchLayers([tensor('block.prelu.weight', [1], 1)], { isSorted: false })).toThrow(
    'block.prelu: neither',
  );
});

test('the scaling that a network keeps as buffers is that of its pixels', () => {
  const layers = pytorchLayers(
    [
      tensor('fc.weight', [1, 1], 2),
      tensor('norm.mean', [1, 3, 1, 1], 0.25, 0.5, 0.75),
      tensor('norm.std', [1, 3, 1, 1], 1, 2, 4),
    ],
    { isSorted: false },
  );
  expect(layers.normalisation).toEqual({ mean: [0.25, 0.5, 0.75], std: [1, 2, 4] });
});

test('the numbers of modules show where the gate is', () => {
  const statistics = (path: string) =>
    ['weight', 'bias', 'running_mean', 'running_var'].map((part) => tensor(`${path}.${part}`, [1], 1));
  const conv = (path: string) => tensor(`${path}.weight`, [1, 1, 1, 1], 1);
  const block = (gate: number) => [
    ...[conv('b.0'), ...statistics('b.1'), conv('b.3'), ...statistics('b.4')],
    ...[conv(`b.${gate}.fc.0`), conv(`b.${gate}.fc.2`), conv(`b.${gate + 2}`), ...statistics(`b.${gate + 3}`)],
  ];
  expect(pytorchLayers(block(5), { isSorted: false }).gate).toBe('before');
  expect(pytorchLayers(block(6), { isSorted: false }).gate).toBe('after');
});
