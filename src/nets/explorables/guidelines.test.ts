import { describe, expect, it } from 'vitest';
import { graphOf } from '../graph';
import { costOf } from '../readings/cost';
import { listedValues } from '../parameter';
import {
  elementWise,
  equalWidth,
  fragmentation,
  groupCount,
  groupCounts,
  memoryAccessBound,
  widthsBeside,
} from './guidelines';
import { comparedUnit } from './shuffleUnits';

const balancedWidths = [24, 60, 120, 128, 240];

describe('guideline 1', () => {
  it.each(balancedWidths)('keeps the multiply-adds of %i to %i channels at every offered width', (balanced) => {
    const macs = widthsBeside(balanced).map((inChannels) => costOf(equalWidth.graph({ balanced, inChannels })).macs);
    expect(macs.length).toBeGreaterThan(4);
    expect(new Set(macs)).toEqual(new Set([56 * 56 * balanced ** 2]));
  });

  it.each(balancedWidths)('touches the bound at equal widths of %i and nowhere else', (balanced) => {
    for (const inChannels of widthsBeside(balanced)) {
      const graph = equalWidth.graph({ balanced, inChannels });
      const excess = costOf(graph).memoryAccess - memoryAccessBound(graph.output);
      if (inChannels === balanced) expect(excess).toBe(0);
      else expect(excess).toBeGreaterThan(0);
    }
  });

  it('has the paper’s 819,200 elements at 56 x 56 with 128 channels, not the 52 million of the misplaced bracket', () => {
    const graph = equalWidth.graph({ balanced: 128, inChannels: 128, resolution: 56 });
    expect(costOf(graph).memoryAccess).toBe(819_200);
    expect(memoryAccessBound(graph.output)).toBe(819_200);
  });
});

describe('guideline 2', () => {
  it('offers only channels that every one of its groups divides', () => {
    const offered = listedValues(groupCount.knobs.inChannels) ?? [];
    expect(offered.length).toBeGreaterThan(2);
    for (const inChannels of offered)
      for (const groups of groupCounts)
        expect(() => groupCount.graph({ inChannels, groups, resolution: 56 })).not.toThrow();
  });

  it('pays for more groups at the same multiply-adds only in output channels', () => {
    const costs = [1, 2, 3, 4, 6, 8, 12].map((groups) => ({
      groups,
      ...costOf(groupCount.graph({ inChannels: 120, groups, resolution: 56 })),
    }));
    for (const { groups, macs, memoryAccess } of costs) {
      expect(macs).toBe(56 * 56 * 120 * 120);
      expect(memoryAccess).toBe(56 * 56 * (120 + 120 * groups) + 120 * 120);
    }
  });
});

describe('guidelines 3 and 4', () => {
  it('move more elements for the same multiply-adds, never fewer', () => {
    for (const explorable of [fragmentation, elementWise]) {
      const { block, replaced } = explorable.at({});
      const [here, before] = [costOf(block), replaced && costOf(replaced)];
      expect(here.macs).toBeLessThanOrEqual(before?.macs ?? 0);
      expect(here.memoryAccess).toBeGreaterThanOrEqual(before?.memoryAccess ?? Infinity);
    }
  });
});

describe('the units that ShuffleNet compares', () => {
  it.each([
    ['resNet', (c: number, m: number) => 2 * c * m + 9 * m * m],
    ['resNeXt', (c: number, m: number, g: number) => 2 * c * m + (9 * m * m) / g],
    ['depthwiseBottleneck', (c: number, m: number) => 2 * c * m + 9 * m],
    ['shuffleNet', (c: number, m: number, g: number) => (2 * c * m) / g + 9 * m],
  ] as const)('cost %s what section 3.2 says', (unit, formula) => {
    for (const [channels, groups] of [
      [240, 3],
      [384, 8],
      [272, 4],
      [144, 1],
    ] as const) {
      const { macs } = costOf(graphOf(comparedUnit(unit, { channels, groups, resolution: 28 })));
      expect(macs).toBe(28 * 28 * formula(channels, channels / 4, groups));
    }
  });
});
