import { expect, test } from 'vitest';
import { catalogue } from '../models/index';
import { builtGraph } from '../models/model';
import { networkOfName } from '../models/networkName';
import { costOf } from './cost';
import type { NetworkPart } from './networkParts';
import { networkParts } from './networkParts';

function partsOf(name: string): readonly NetworkPart[] {
  const named = networkOfName(name);
  const graph = named.ok ? named.value.model.build(named.value.choice) : named;
  if (!graph.ok) throw new Error(graph.error);
  return networkParts(costOf(graph.value).layers);
}

function under(parts: readonly NetworkPart[], prefix: string): readonly NetworkPart[] {
  return parts.filter(({ id }) => id.startsWith(prefix));
}

test('the parts of every network add up to the network', () => {
  for (const model of catalogue) {
    const graph = builtGraph(model);
    const cost = costOf(graph);
    const parts = networkParts(cost.layers);
    for (const figure of ['params', 'macs', 'memoryAccess'] as const)
      expect(
        parts.reduce((sum, part) => sum + part[figure], 0),
        `${model.id} ${figure}`,
      ).toBe(cost[figure]);
    expect(parts.at(-1)?.output.channels, model.id).toBe(1000);
  }
});

test('MobileNet V2 has the seventeen blocks of its Table 2, six times as wide inside', () => {
  const blocks = under(partsOf('mobilenet-v2'), 'stage');
  expect(blocks.map(({ output }) => output.channels)).toEqual([
    16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320,
  ]);
  expect(blocks.map(({ inner, input }) => (inner?.channels ?? 0) / input.channels)).toEqual([
    1,
    ...Array<number>(16).fill(6),
  ]);
  // The input is added where stride is 1 and widths agree: every repeat but the first of each stage.
  expect(blocks.filter(({ shortcut }) => shortcut === 'identity')).toHaveLength(10);
  expect(blocks.find(({ id }) => id === 'stage2.block1')?.inner).toEqual({ channels: 96, from: 112, to: 56 });
});

test('SqueezeNet has the eight Fire modules of its Table 1, which squeeze', () => {
  const fires = under(partsOf('squeezenet'), 'fire');
  expect(fires.map(({ inner }) => inner?.channels)).toEqual([16, 16, 32, 32, 48, 48, 64, 64]);
  expect(fires.map(({ output }) => output.channels)).toEqual([128, 128, 256, 256, 384, 384, 512, 512]);
  expect(fires.every(({ shortcut }) => shortcut === undefined)).toBe(true);
});

test('the bypasses of SqueezeNet add the input to every other module, and the complex ones convolve it where widths differ', () => {
  const shortcuts = (bypass: string) =>
    under(partsOf(`squeezenet:bypass=${bypass}`), 'fire').map(({ shortcut }) => shortcut);
  const [id, none, conv] = ['identity', undefined, 'projection'];
  expect(shortcuts('simple')).toEqual([none, id, none, id, none, id, none, id]);
  expect(shortcuts('complex')).toEqual([conv, id, conv, id, conv, id, conv, id]);
});

test('ShuffleNet V1 has the units of its Table 1, a quarter as wide inside', () => {
  const units = under(partsOf('shufflenet-v1:groups=3'), 'stage');
  expect(units.map(({ output }) => output.channels)).toEqual(
    [240, 480, 960].flatMap((channels, stage) => Array<number>(stage === 1 ? 8 : 4).fill(channels)),
  );
  expect(units.every(({ inner, output }) => inner?.channels === output.channels / 4)).toBe(true);
  expect(units.filter(({ shortcut }) => shortcut === 'identity')).toHaveLength(13);
});

test('Xception repeats its middle flow eight times, and convolves the input of modules that halve the map', () => {
  const parts = partsOf('xception');
  expect(under(parts, 'middle').map(({ output, shortcut }) => [output.channels, shortcut])).toEqual(
    Array(8).fill([728, 'identity']),
  );
  expect(under(parts, 'entry').map(({ shortcut }) => shortcut)).toEqual(Array(3).fill('projection'));
});

test('a network without blocks has its convolutions, its pools and its fully connected layers as parts', () => {
  const parts = partsOf('vgg16');
  expect(parts.filter(({ kind }) => kind === 'layer')).toHaveLength(16);
  expect(parts.filter(({ kind }) => kind === 'pool')).toHaveLength(5);
  expect(parts.filter(({ kind }) => kind === 'block')).toEqual([]);
});

test('the layer on one pixel is a part of its own in the redesigned tail of MobileNet V3, and has the activation after it', () => {
  const parts = partsOf('mobilenet-v3');
  expect(under(parts, 'tail').map(({ id, output }) => [id, output.height, output.channels])).toEqual([
    ['tail.expand', 7, 960],
    ['tail.pool', 1, 960],
    ['tail.head', 1, 1280],
  ]);
});

test('squeeze-and-excite is no map: the widest one inside a block is as high as the block', () => {
  const gated = under(partsOf('mobilenet-v3'), 'block15');
  expect(gated[0]?.inner).toEqual({ channels: 960, from: 7, to: 7 });
});
