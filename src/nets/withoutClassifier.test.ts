import { expect, test } from 'vitest';
import { catalogue, modelById } from './models/index';
import { builtGraph } from './models/model';
import { hasTrait } from './op';

const layers = (net: string, choice: Readonly<Record<string, string | number>>) => {
  const model = modelById(net);
  if (!model.ok) throw new Error(model.error);
  const graph = builtGraph(model.value, choice);
  return {
    count: graph.nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer')).length,
    shape: graph.output.shape,
    names: graph.nodes.map(({ id }) => id),
  };
};

// Channels before the classifier: timm's `num_features`, Keras' include_top=False with pooling='avg'.
test.each([
  ['mobilenet-v1', {}, 1024, 1],
  ['mobilenet-v2', { width: 0.35 }, 1280, 1],
  ['mobilenet-v3', {}, 960, 2],
  ['mobilenet-v3', { implementation: 'timm' }, 1280, 1],
  ['efficientnet-lite0', {}, 1280, 1],
  ['shufflenet-v2', {}, 1024, 1],
  ['squeezenet', {}, 512, 1],
  ['inception-v3', {}, 2048, 1],
  ['vgg16', {}, 512 * 7 * 7, 3],
] as const)('%s %o without its classifier gives %i features', (net, choice, channels, left) => {
  const [whole, features] = [layers(net, choice), layers(net, { ...choice, classes: 0 })];
  expect(features.shape).toEqual({ height: 1, width: 1, channels });
  expect(whole.count - features.count).toBe(left);
});

test('every network keeps the names of the layers that it keeps', () => {
  for (const { id } of catalogue) {
    const whole = new Set(layers(id, {}).names);
    expect(layers(id, { classes: 0 }).names.filter((name) => !whole.has(name) && name !== 'features')).toEqual([]);
  }
});
