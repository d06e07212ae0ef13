import { expect, test } from 'vitest';
import { readingBudget } from './bytes/budget';
import { networksIn } from './networksSideBySide';

const shapes = {
  'features.0.0.weight': [8, 3, 3, 3],
  'features.0.1.weight': [8],
  'features.0.1.running_mean': [8],
  'features.0.1.running_var': [8],
  'features.1.weight': [4, 8, 1, 1],
  'features.2.weight': [4, 1, 3, 3],
  'classifier.1.weight': [10, 4],
} as const;
const layers = Object.keys(shapes);
const other = { 'conv1.weight': [8, 3, 7, 7], 'layer1.weight': [8, 8, 3, 3], 'fc.weight': [10, 8] };

type Shapes = Readonly<Record<string, readonly number[]>>;

const renamed = (tensors: Shapes, name: (name: string) => string) =>
  Object.entries(tensors).map(([each, shape]) => [name(each), { shape }] as const);
const under = (prefix: string, tensors: Shapes = shapes) => renamed(tensors, (name) => `${prefix}${name}`);
const found = (...lists: readonly (readonly (readonly [string, { readonly shape: readonly number[] }])[])[]) =>
  networksIn(lists.flat(), readingBudget(1000), 'here');
const namesOf = (networks: ReturnType<typeof found>) =>
  Object.fromEntries(networks.map(({ key, tensors }) => [key, tensors.map(([name]) => name)]));

test.each([
  ['net_a.', 'net_b.', ['net_a', 'net_b']],
  ['G.', 'D.', ['G', 'D']],
  ['models.0.', 'models.1.', ['models.0', 'models.1']],
  ['module.student.', 'module.teacher.', ['module.student', 'module.teacher']],
  ['', 'teacher.', ['weights', 'teacher']],
  ['model.', 'model_ema.module.', ['model', 'model_ema']],
])('two copies of a network are told apart by what they begin with: %s and %s', (one, two, keys) => {
  expect(namesOf(found(under(one), under(two)))).toEqual(Object.fromEntries(keys.map((key) => [key, layers])));
});

test.each([
  ['G.', 'D.', ['G', 'D']],
  ['', 'teacher.', ['weights', 'teacher']],
])('so are two networks with nothing in common: %s and %s', (one, two, [first = '', second = '']) => {
  expect(namesOf(found(under(one), under(two, other)))).toEqual({ [first]: layers, [second]: Object.keys(other) });
});

const trained: Shapes = Object.fromEntries(Object.entries(shapes).filter(([name]) => !name.includes('running')));

test.each([
  ['with _ for its dots', '', (name: string) => `ema_${name.replaceAll('.', '_')}`, ['weights', 'ema']],
  ['without dots', 'model.', (name: string) => `model_ema.${name.replaceAll('.', '')}`, ['model', 'model_ema']],
  ['with ema_ before them', '', (name: string) => `ema_${name}`, ['weights', 'ema']],
])('a moving average of names %s has the names of the network, and its statistics', (_, prefix, spell, keys) => {
  const networks = found(under(prefix), renamed(trained, spell), [['model_ema.decay', { shape: [] }]]);
  const [own, average] = networks;
  expect(networks.map(({ key }) => key)).toEqual(keys);
  expect(average?.tensors.map(([name]) => name)).toEqual(layers);
  const shared = average?.tensors.filter(([name, tensor]) =>
    own?.tensors.some((each) => each[0] === name && each[1] === tensor),
  );
  expect(shared?.map(([name]) => name)).toEqual(layers.filter((name) => name.includes('running')));
});

test('a head that two networks share goes to both', () => {
  const { 'classifier.1.weight': head, ...body } = shapes;
  const networks = found(under('a.', body), under('b.', body), [['head.weight', { shape: head }]]);
  expect(networks.map(({ tensors }) => tensors.at(-1)?.[0])).toEqual(['head.weight', 'head.weight']);
});

test.each([
  ['one network', under('')],
  ['one under a wrapper', under('module.')],
  ['a network beside the weights of its loss', [...under(''), ...under('criterion.vgg.', other)]],
  [
    'a network beside a single layer of three colours',
    [...under(''), ['look.weight', { shape: [3, 3, 5, 5] }] as const],
  ],
])('%s is no choice', (_, tensors) => {
  expect(found(tensors)).toEqual([]);
});
