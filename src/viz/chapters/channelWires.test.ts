import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conv, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { costOf } from '../../nets/readings/cost';
import { channelWiresOf } from './channelWires';

function wireCount(paths: readonly string[]): number {
  return paths.reduce((sum, text) => sum + (text.match(/M/g)?.length ?? 0), 0);
}

describe('channelWiresOf', () => {
  it('draws as many wires as a 1x1 convolution of the same wiring has weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (groups, perIn, perOut) => {
          const wiring = { inChannels: groups * perIn, outChannels: groups * perOut, groups };
          const map = input({ height: 3, width: 3, channels: wiring.inChannels });
          const { params } = costOf(graphOf(conv('c', map, { ...wiring, kernel: 1 })));
          expect(wireCount(channelWiresOf(wiring, 300, 100).groups)).toBe(params);
        },
      ),
    );
  });

  it('follows an output channel to the channels of its own group', () => {
    const { followed } = channelWiresOf({ inChannels: 12, outChannels: 6, groups: 3 }, 300, 100);
    expect(followed.output).toBe(2);
    expect(followed.inputs).toEqual([4, 5, 6, 7]);
  });

  it('keeps every dot inside its width', () => {
    const { inputs } = channelWiresOf({ inChannels: 64, outChannels: 64, groups: 16 }, 300, 100);
    expect(Math.min(...inputs.map(({ x }) => x))).toBeGreaterThan(0);
    expect(Math.max(...inputs.map(({ x }) => x))).toBeLessThan(300);
  });
});
