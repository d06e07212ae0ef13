import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { rowMajorStrides, type NamedTensor } from '../bytes/namedTensor';
import { dictOf, int, listOf, pickleOf, storage, tensor, tupleOf } from './fixtures/pickles';
import { parsePytorch } from './pytorch';

function parsed(name: string) {
  const file = parsePytorch(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), name);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

const names = (tensors: readonly NamedTensor[]) => tensors.map(({ name }) => name);
const layers = ['conv.weight', 'norm.weight', 'norm.bias', 'norm.running_mean', 'norm.running_var'];

test('weights are read beside arguments, dates, paths, sets and numbers of numpy, without the prefix of their wrapper', () => {
  const file = parsed('training.pth');
  expect(names(file.tensors)).toEqual([...layers, 'norm.num_batches_tracked']);
  expect([...(file.tensors[0]?.data ?? [])]).toEqual(Array.from({ length: 18 }, (_, index) => index));
});

test('the moving average is offered beside the weights, with its count left as it is', () => {
  const { choices } = parsed('training.pth');
  expect([...(choices?.keys() ?? [])]).toEqual(['model', 'model_ema']);
  expect(names(choices?.get('model_ema')?.tensors ?? [])).toEqual([
    'n_averaged',
    ...layers,
    'norm.num_batches_tracked',
  ]);
});

test('the network that the arguments of a training script name is known', () => {
  expect(parsed('training.pth').architecture).toBe('mobilenet_v2');
  expect(parsed('whole-module.pth').architecture).toBeUndefined();
});

test.each(['whole-module.pth', 'whole-module-legacy.pth'])(
  '%s has the tensors and attributes of its modules',
  (name) => {
    const { tensors, modules, choices } = parsed(name);
    expect(names(tensors)).toEqual([...layers, 'norm.num_batches_tracked']);
    expect(choices).toBeUndefined();
    expect(modules?.map(({ path, className }) => [path, className])).toEqual([
      ['', 'torch.nn.modules.container.Sequential'],
      ['conv', 'torch.nn.modules.conv.Conv2d'],
      ['norm', 'torch.nn.modules.batchnorm.BatchNorm2d'],
      ['act', 'torch.nn.modules.activation.ReLU6'],
    ]);
    const [, conv, norm] = modules ?? [];
    expect(conv?.attributes.get('stride')).toEqual([2, 2]);
    expect(conv?.attributes.get('padding')).toEqual([1, 1]);
    expect(norm?.attributes.get('eps')).toBe(1e-3);
  },
);

test('arrays of numpy in a plain pickle are read in both of their orders', () => {
  const values = parsed('arrays.pkl').tensors.map(({ name, shape, data }) => [name, shape, [...data]]);
  expect(values).toEqual([
    ['conv.weight', [2, 3], [0, 1, 2, 3, 4, 5]],
    ['fortran', [2, 3], [0, 1, 2, 3, 4, 5]],
  ]);
});

const layerShapes = { conv1: [1, 3, 2, 2], conv2: [2, 2], fc: [2, 2] };
/** The weights of a network for images, in storages `KEY0`, `KEY1`, ...; every value of `a` is 1, of `b` 2. */
const network = (key: string, prefix = '') =>
  Object.fromEntries(
    Object.entries(layerShapes).map(([layer, shape], index) => {
      const count = shape.reduce((product, side) => product * side, 1);
      return [`${prefix}${layer}.weight`, tensor(storage(`${key}${index}`, count), shape, rowMajorStrides(shape))];
    }),
  );
const partsOf = (key: string, prefix: string) =>
  Object.fromEntries(
    ['conv1', 'conv2', 'fc'].map((layer, index) => [
      `${prefix}${layer}.weight`,
      tensor(storage(`${key}${index}`, 4), [2, 2], [2, 1]),
    ]),
  );
const archive = (root: number[]) => {
  const keys = ['a', 'b'].flatMap((key) => [0, 1, 2].map((index) => `${key}${index}`));
  const values = (key: string) => new Uint8Array(new Float32Array(12).fill(key.startsWith('a') ? 1 : 2).buffer);
  const data = Object.fromEntries(keys.map((key) => [`archive/data/${key}`, values(key)]));
  const file = parsePytorch(zipSync({ 'archive/data.pkl': pickleOf(root), ...data }, { level: 0 }));
  if (!file.ok) throw new Error(file.error);
  return file.value;
};

test.each([
  ['student.', 'teacher.', ['student', 'teacher']],
  ['model.', 'model_ema.module.', ['model', 'model_ema']],
  ['', 'ema_', ['weights', 'ema']],
])('two networks side by side in one dict, as %s and %s, are a choice', (one, other, keys) => {
  const { choices } = archive(dictOf({ ...network('a', one), ...network('b', other) }));
  expect([...(choices?.keys() ?? [])]).toEqual(keys);
  for (const [index, key] of keys.entries()) {
    const tensors = choices?.get(key)?.tensors ?? [];
    expect(names(tensors)).toEqual(['conv1.weight', 'conv2.weight', 'fc.weight']);
    expect(tensors[0]?.data[0]).toBe(index + 1);
  }
});

test.each([
  [
    'a moving average with its settings',
    dictOf({ model: dictOf(network('a')), ema: dictOf({ shadow: dictOf(network('b')) }) }),
    ['model', 'ema.shadow'],
  ],
  [
    'the best weights',
    dictOf({ state_dict: dictOf(network('a')), history: dictOf({ best: dictOf(network('b')) }) }),
    ['state_dict', 'history.best'],
  ],
])('%s under a key of another key is a choice', (_, root, keys) => {
  expect([...(archive(root).choices?.keys() ?? [])]).toEqual(keys);
});

test('weights at the end of a long list are read', () => {
  const steps = Array.from({ length: 40 }, (_, index) => int(index));
  expect(archive(listOf(...steps, dictOf(network('a')))).tensors).toHaveLength(3);
});

test('parts of one network that are alike are no choice', () => {
  const { choices, tensors } = archive(dictOf({ ...partsOf('a', 'block1.'), ...partsOf('b', 'block2.') }));
  expect(choices).toBeUndefined();
  expect(tensors).toHaveLength(6);
});

test('weights in a tuple with their epoch are read', () => {
  expect(names(archive(tupleOf(dictOf(network('a')), int(3))).tensors)).toEqual([
    'conv1.weight',
    'conv2.weight',
    'fc.weight',
  ]);
});

test('an integer of 40 bytes, as generators of random numbers have, does not refuse the weights beside it', () => {
  const long = [0x8a, 40, ...new Array<number>(40).fill(0x7f)];
  expect(archive(dictOf({ seed: long, ...network('a') })).tensors).toHaveLength(3);
});
