import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NamedTensor } from '../bytes/namedTensor';
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
