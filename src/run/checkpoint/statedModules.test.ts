import { expect, test } from 'vitest';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { shuffleNetV2 } from '../../nets/models/shuffleNetV2';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { hasTrait } from '../../nets/op';
import type { Model } from '../../nets/models/model';
import type { ModuleAttribute, StatedModule } from '../formats/pytorch/wholeModule';
import type { StatedModules } from './checkpointLayers';
import { callNotes } from './conventions';
import { statedWindow } from './moduleAttributes';
import { moduleMisfit } from './moduleMisfit';
import { statedModules } from './statedModules';

const at = (path: string, className: string, attributes: Readonly<Record<string, ModuleAttribute>> = {}) => {
  return { path, className, attributes: new Map(Object.entries(attributes)) } satisfies StatedModule;
};
const torch = (path: string, name: string, attributes?: Readonly<Record<string, ModuleAttribute>>) =>
  at(path, `torch.nn.modules.${name}`, attributes);

const graphOf = (model: Model) => {
  const graph = model.build({ resolution: 224, classes: 5 });
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
};

/** The activations and pools that the network itself has, as modules. */
const ownModules = (model: Model): readonly StatedModule[] =>
  graphOf(model).nodes.flatMap(({ id, op }): readonly StatedModule[] => {
    if (op.kind === 'activation') return [torch(id, op.function === 'relu6' ? 'activation.ReLU6' : 'activation.ReLU')];
    if (op.kind !== 'maxPool') return [];
    const [padding, isCeil] = [op.padding.top, model.id === 'squeezenet'];
    return [torch(id, 'pooling.MaxPool2d', { kernel_size: op.kernel, stride: op.stride, padding, ceil_mode: isCeil })];
  });

const root = at('', 'torchvision.models.Network');
const read = (...modules: readonly StatedModule[]): StatedModules => {
  const found = statedModules([root, ...modules], ['conv.weight']);
  if (found === undefined) throw new Error('no modules');
  return found;
};
const misfit = (model: Model, modules: readonly StatedModule[]) => moduleMisfit(graphOf(model), read(...modules));

test.each([mobileNetV2, shuffleNetV2, squeezeNet])('modules as $id has them fit it', (model) => {
  expect(graphOf(model).nodes.some(({ op }) => hasTrait(op, 'isWeightLayer'))).toBe(true);
  expect(misfit(model, ownModules(model))).toBeUndefined();
});

test('activations and pools that code calls as functions are said to be assumed', () => {
  const own = (...modules: readonly StatedModule[]) => {
    return statedModules([at('', 'mine.Network'), at('conv', 'mine.Block'), ...modules], ['conv.c.weight']);
  };
  expect(callNotes(own())).toEqual([{ kind: 'callsAssumed', what: 'both' }]);
  expect(callNotes(own(torch('relu', 'activation.ReLU')))).toEqual([{ kind: 'callsAssumed', what: 'pools' }]);
  expect(callNotes(read())).toEqual([]);
});

test('a module of activations that code calls again and again stands for all of them, and that is said', () => {
  const own = (...modules: readonly StatedModule[]) => {
    const found = statedModules([at('', 'mine.Network'), at('conv', 'mine.Block'), ...modules], ['conv.c.weight']);
    if (found === undefined) throw new Error('no modules');
    return found;
  };
  const shared = own(torch('relu', 'activation.ReLU'));
  const graph = graphOf(shuffleNetV2);
  expect(moduleMisfit(graph, shared)).toBeUndefined();
  expect(callNotes(shared, graph)).toEqual([{ kind: 'callsAssumed', what: 'both' }]);
  expect(moduleMisfit(graph, own(torch('relu', 'activation.SiLU')))).toContain('another activation at relu');
  // Classes that torchvision publishes do as their modules say.
  expect(misfit(shuffleNetV2, [torch('relu', 'activation.ReLU')])).toContain('another number of activations');
});

test.each([
  ['transformers', [0, 0], undefined],
  ['transformers', [1, 1], [1, 1]],
  ['torchvision', [0, 0], [0, 0]],
] as const)('a convolution of %s with padding %s states %s', (naming, padding, stated) => {
  const conv = torch('conv', 'conv.Conv2d', { padding });
  expect(statedWindow(conv, naming)?.padding).toEqual(stated);
});

test('one activation less, or another one at a place, is another network, and the way out is said', () => {
  const modules = ownModules(mobileNetV2);
  const count = modules.length;
  expect(misfit(mobileNetV2, modules.slice(1))).toContain(`activations (got ${count - 1}, wanted ${count})`);
  expect(misfit(mobileNetV2, [torch('stem', 'activation.ReLU'), ...modules.slice(1)])).toMatch(
    /activation at stem \(got relu, wanted relu6\).*torch\.save\(model\.state_dict\(\)/,
  );
  expect(misfit(mobileNetV2, [])).toContain('got 0');
});

test('code of unknown classes may call its activations, unless an Identity is in place of one', () => {
  const own = [at('net', '__main__.Net')];
  const found = statedModules(own, ['net.conv.weight']);
  expect(found && moduleMisfit(graphOf(mobileNetV2), found)).toBeUndefined();
  const replaced = statedModules([...own, torch('net.act', 'linear.Identity')], ['net.conv.weight']);
  expect(replaced && moduleMisfit(graphOf(mobileNetV2), replaced)).toContain('activations (got 0');
});

test('pools are held to kind, window, rounding and number', () => {
  const [pool, others] = [
    (path: string, name: string, more: Readonly<Record<string, ModuleAttribute>> = {}) =>
      torch(path, `pooling.${name}`, { kernel_size: 3, stride: 2, padding: 1, ...more }),
    ownModules(shuffleNetV2).filter(({ className }) => !className.endsWith('MaxPool2d')),
  ];
  expect(misfit(shuffleNetV2, [pool('p', 'MaxPool2d'), ...others])).toBeUndefined();
  for (const other of [pool('p', 'AvgPool2d'), pool('p', 'MaxPool2d', { padding: 0, ceil_mode: true })]) {
    expect(misfit(shuffleNetV2, [other, ...others])).toContain('otherwise, at p');
  }
  expect(misfit(shuffleNetV2, others)).toContain('pools (got 0, wanted 1)');
  expect(misfit(mobileNetV2, [...ownModules(mobileNetV2), pool('p', 'MaxPool2d')])).toContain('got 1, wanted 0');
  const floored = ownModules(squeezeNet).map((each) => {
    return { ...each, attributes: new Map([...each.attributes, ['ceil_mode', false] as const]) };
  });
  expect(misfit(squeezeNet, floored)).toContain('otherwise');
});

test('the mean over the whole map may be a window of its size or an adaptive pool, but only once', () => {
  const own = ownModules(mobileNetV2);
  const whole = torch('pool', 'pooling.AvgPool2d', { kernel_size: 7, stride: 7, padding: 0 });
  const adaptive = torch('pool2', 'pooling.AdaptiveAvgPool2d', { output_size: [1, 1] });
  expect(misfit(mobileNetV2, [...own, whole])).toBeUndefined();
  expect(misfit(mobileNetV2, [...own, adaptive])).toBeUndefined();
  expect(misfit(mobileNetV2, [...own, whole, adaptive])).toContain('global average pools (got 2, wanted 1)');
  const resized = torch('pool', 'pooling.AdaptiveAvgPool2d', { output_size: 3 });
  expect(misfit(mobileNetV2, [...own, resized])).toContain('at pool to 3 rows');
});

test('blocks that say whether they add their input are counted', () => {
  const sums = graphOf(mobileNetV2).nodes.filter(({ op }) => op.kind === 'add').length;
  const blocks = (count: number) =>
    Array.from({ length: count }, (_, index) => torch(`b${index}`, 'container.Sequential', { use_res_connect: true }));
  expect(misfit(mobileNetV2, [...ownModules(mobileNetV2), ...blocks(sums)])).toBeUndefined();
  expect(misfit(mobileNetV2, [...ownModules(mobileNetV2), ...blocks(sums - 1)])).toContain('add their input');
});

test.each([
  [at('norm', '__main__.Scale'), 'norm: Scale, a module that the network has not'],
  [torch('end', 'activation.Softmax'), 'end: Softmax, a module that the network has not'],
  [at('act', '__main__.ReLU'), 'act: ReLU, a module that the network has not'],
  [torch('pool', 'pooling.AdaptiveMaxPool2d'), 'pool: AdaptiveMaxPool2d'],
  [torch('act', 'activation.ReLU6', { min_val: 0, max_val: 4 }), 'a ReLU6 from 0 to 4'],
  [torch('act', 'activation.LeakyReLU'), 'LeakyReLU, which no network here has'],
  [at('pool', 'timm.layers.adaptive_avgmax_pool.SelectAdaptivePool2d', { pool_type: 'max' }), 'by max'],
])('%o is refused by name', (module, words) => {
  expect(() => read(module)).toThrow(words);
});

test('modules that do nothing at inference, or have the weights of a layer, are let through', () => {
  const quiet = [
    torch('drop', 'dropout.Dropout'),
    torch('flat', 'flatten.Flatten', { start_dim: 1 }),
    torch('list', 'container.ModuleList'),
    at('conv', '__main__.OwnConvolution'),
    at('criterion', '__main__.OwnLoss'),
  ];
  expect(read(...quiet)).toMatchObject({ activations: [], pools: [] });
});

test('a Normalize of torchvision gives mean and std, and two of them are refused', () => {
  const normalize = (path: string) =>
    at(path, 'torchvision.transforms.transforms.Normalize', { mean: [0.1, 0.2, 0.3], std: [0.4, 0.5, 0.6] });
  expect(read(normalize('0')).normalisation).toEqual({ mean: [0.1, 0.2, 0.3], std: [0.4, 0.5, 0.6] });
  expect(() => read(normalize('0'), normalize('1'))).toThrow('1: a second normalisation');
  expect(() => read(at('0', 'torchvision.transforms.v2._misc.Normalize', { mean: 0.5 }))).toThrow('three colours');
});
