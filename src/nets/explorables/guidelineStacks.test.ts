import { describe, expect, it } from 'vitest';
import { costOf } from '../readings/cost';
import { fragmentStructures, shuffleNetV2Experiments } from '../papers/shuffleNetV2';
import { elementWiseStack, fragmentStack, groupStack, widthStack } from './guidelineStacks';

const pixels = 56 * 56;

describe('the stacks of the four guidelines', () => {
  it('have nearly equal multiply-adds at the paper’s widths, and memory access that grows with the imbalance', () => {
    const costs = shuffleNetV2Experiments.equalWidth.map(({ gpuChannels: [first, second] }) =>
      costOf(widthStack({ first, second })),
    );
    expect(costs.map(({ macs }) => macs / (20 * pixels))).toEqual([16384, 16200, 16224, 15552]);
    expect(costs.map(({ memoryAccess }) => memoryAccess / 20)).toEqual([819200, 862920, 1157728, 1483200]);
  });

  it('have the memory access hw(c1 + c2) + c1 c2 / g at the paper’s groups', () => {
    const costs = shuffleNetV2Experiments.groups.map(({ gpuChannels: channels, groups }) =>
      costOf(groupStack({ channels, groups })),
    );
    expect(costs.map(({ macs }) => macs / (10 * pixels))).toEqual([16384, 16200, 16384, 16200]);
    expect(costs.map(({ memoryAccess }) => memoryAccess / 10)).toEqual([819200, 1145160, 1622016, 2274120]);
  });

  it.each([64, 128, 256, 512])(
    'keep the multiply-adds of %i channels within 4 % over every fragmentation',
    (channels) => {
      const single = costOf(fragmentStack({ channels, structure: 'one' })).macs;
      for (const structure of fragmentStructures) {
        const { macs } = costOf(fragmentStack({ channels, structure }));
        expect(macs / single).toBeGreaterThan(0.96);
        expect(macs / single).toBeLessThanOrEqual(1);
      }
    },
  );

  it('joins parallel fragments by one addition per block, and serial ones by none', () => {
    const kinds = (structure: 'fourInSeries' | 'fourInParallel') =>
      fragmentStack({ channels: 64, structure, blocks: 1 }).nodes.map(({ op }) => op.kind);
    expect(kinds('fourInSeries')).toEqual(['input', 'conv', 'conv', 'conv', 'conv']);
    expect(kinds('fourInParallel')).toEqual(['input', 'conv', 'conv', 'conv', 'conv', 'add']);
  });

  it('removes ReLU and shortcut from the bottleneck without changing its multiply-adds', () => {
    const costs = shuffleNetV2Experiments.elementWise.map(({ relu, shortcut }) =>
      costOf(elementWiseStack({ channels: 128, relu, shortcut })),
    );
    const perPixel = 2 * 128 * 32 + 9 * 32 * 32;
    expect(new Set(costs.map(({ macs }) => macs))).toEqual(new Set([10 * pixels * perPixel]));
    // A ReLU reads and writes its map; the shortcut reads two maps and writes one.
    const relus = 10 * pixels * 2 * (32 + 32 + 128);
    const shortcuts = 10 * pixels * 3 * 128;
    const bare = 10 * (pixels * (128 + 32 + 32 + 32 + 32 + 128) + perPixel);
    expect(costs.map(({ memoryAccess }) => memoryAccess)).toEqual([
      bare + relus + shortcuts,
      bare + relus,
      bare + shortcuts,
      bare,
    ]);
  });
});

describe('shuffleNetV2Experiments', () => {
  it('has two tables that measured the same ten convolutions and agree within 2 %', () => {
    const [single] = shuffleNetV2Experiments.groups;
    const [one] = shuffleNetV2Experiments.fragments;
    for (const platform of ['gpu', 'arm'] as const) {
      single?.[platform].forEach((speed, index) => {
        expect(Math.abs(speed / (one?.[platform][index] ?? 0) - 1)).toBeLessThan(0.02);
      });
    }
  });

  it('falls from row to row as the memory access grows, on both platforms', () => {
    for (const table of [shuffleNetV2Experiments.equalWidth, shuffleNetV2Experiments.groups]) {
      for (const platform of ['gpu', 'arm'] as const) {
        const speeds = table.map((row) => row[platform][0]);
        expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
      }
    }
  });
});
