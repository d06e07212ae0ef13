import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  channelShuffle,
  channelSlice,
  concat,
  conv,
  depthwiseConv,
  flatten,
  fullyConnected,
  input,
  maxPool,
  scale,
} from './build';
import { graphOf } from './graph';
import { costOf } from './readings/cost';

const side = fc.integer({ min: 1, max: 40 });
const channels = fc.integer({ min: 1, max: 24 });

describe('convolution', () => {
  test('with one group costs what the plain one costs', () => {
    fc.assert(
      fc.property(
        side,
        channels,
        channels,
        fc.constantFrom(1, 3, 5),
        fc.constantFrom(1, 2),
        (size, inChannels, outChannels, kernel, stride) => {
          const image = input({ height: size, width: size, channels: inChannels });
          const plain = conv('conv', image, { outChannels, kernel, stride });
          const grouped = conv('conv', image, { outChannels, kernel, stride, groups: 1 });
          expect(costOf(graphOf(grouped))).toEqual(costOf(graphOf(plain)));
        },
      ),
    );
  });

  test('with as many groups as channels in and out is the depthwise one', () => {
    fc.assert(
      fc.property(side, channels, fc.constantFrom(1, 3, 5), fc.constantFrom(1, 2), (size, count, kernel, stride) => {
        const image = input({ height: size, width: size, channels: count });
        const grouped = conv('conv', image, { outChannels: count, kernel, stride, groups: count });
        const depthwise = depthwiseConv('conv', image, { kernel, stride });
        expect(depthwise).toEqual(grouped);
        const { macs, params } = costOf(graphOf(depthwise));
        expect(params).toBe(kernel * kernel * count);
        expect(macs).toBe(params * depthwise.shape.height * depthwise.shape.width);
      }),
    );
  });

  test('with g groups has a g-th of the multiply-adds and the same feature maps', () => {
    fc.assert(
      fc.property(side, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }), (size, groups, perGroup) => {
        const image = input({ height: size, width: size, channels: groups * perGroup });
        const build = (count: number) =>
          costOf(graphOf(conv('conv', image, { outChannels: groups * perGroup, kernel: 1, groups: count })));
        expect(build(groups).macs * groups).toBe(build(1).macs);
      }),
    );
  });

  test('with same padding yields ceil(input / stride)', () => {
    fc.assert(
      fc.property(side, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }), (size, kernel, stride) => {
        const { shape } = conv('conv', input({ height: size, width: size, channels: 1 }), {
          outChannels: 1,
          kernel,
          stride,
          padding: 'same',
        });
        expect(shape.height).toBe(Math.ceil(size / stride));
      }),
    );
  });
});

test("memory access cost of a 1x1 convolution is hw(c1 + c2) + c1 c2 / g and meets the paper's bound at c1 = c2", () => {
  const macsAndMemory = (c1: number, c2: number, groups = 1) =>
    costOf(
      graphOf(conv('conv', input({ height: 56, width: 56, channels: c1 }), { outChannels: c2, kernel: 1, groups })),
    );
  // ShuffleNet V2, arXiv:1807.11164, section 2, G1: 2 sqrt(hwB) + B / hw.
  const { macs, convMemoryAccess } = macsAndMemory(128, 128);
  expect(convMemoryAccess).toBe(819_200);
  expect(2 * Math.sqrt(56 * 56 * macs) + macs / (56 * 56)).toBeCloseTo(819_200);
  expect(macsAndMemory(90, 180).convMemoryAccess).toBe(862_920);
  expect(macsAndMemory(52, 312).convMemoryAccess).toBe(1_157_728);
  expect(macsAndMemory(36, 432).convMemoryAccess).toBe(1_483_200);
  // G2, groups 2, 4 and 8 at constant multiply-adds (Table 2).
  expect(macsAndMemory(180, 180, 2).convMemoryAccess).toBe(1_145_160);
  expect(macsAndMemory(256, 256, 4).convMemoryAccess).toBe(1_622_016);
  expect(macsAndMemory(360, 360, 8).convMemoryAccess).toBe(2_274_120);
});

test('ceil mode keeps the last, overhanging window', () => {
  const pool = (size: number) =>
    maxPool('pool', input({ height: size, width: size, channels: 1 }), { kernel: 3, stride: 2, ceilMode: true }).shape
      .height;
  expect([109, 54, 27].map(pool)).toEqual([54, 27, 13]);
});

test('an impossible declaration says where, what, and what would be right', () => {
  const map = input({ height: 8, width: 8, channels: 240 });
  const half = channelSlice('half', map, 0, 120);
  expect(() => conv('unit.conv1', map, { outChannels: 240, kernel: 1, groups: 7 })).toThrow(
    'unit.conv1: 240 channels do not divide into 7 groups',
  );
  expect(() => conv('conv', map, { outChannels: 10, kernel: 9, padding: 'valid' })).toThrow('use a larger resolution');
  expect(() => conv('conv', map, { outChannels: 1.5, kernel: 1 })).toThrow('not a positive whole number (got 1.5)');
  expect(() => add('add', [map, half])).toThrow('add: add needs equal shapes (got 8x8x120, wanted 8x8x240)');
  expect(() => concat('concat', [map])).toThrow('needs two inputs');
  expect(() => concat('concat', [map, maxPool('pool', map, { kernel: 2, stride: 2 })])).toThrow('maps of one size');
  expect(() => scale('scale', map, half)).toThrow('wanted 1x1x240');
  expect(() => channelSlice('slice', map, 200, 300)).toThrow('within 0 to 240');
  expect(() => channelShuffle('shuffle', map, 7)).toThrow('240 channels do not divide into 7 groups');
  expect(() => fullyConnected('fc', map, 10)).toThrow('pool or flatten first');
  expect(() => graphOf(add('input', [map, map]))).toThrow('two nodes have this id');
  expect(() =>
    graphOf(
      add('add', [input({ height: 1, width: 1, channels: 1 }, 'a'), input({ height: 1, width: 1, channels: 1 }, 'b')]),
    ),
  ).toThrow('2 input nodes');
  expect(flatten('flatten', map).shape).toEqual({ height: 1, width: 1, channels: 8 * 8 * 240 });
});

test('what lacks an input or a size names the node first', () => {
  const map = input({ height: 8, width: 8, channels: 4 });
  expect(() => add('sum', [map])).toThrow('sum: add needs two inputs or more (got 1)');
  expect(() => concat('join', [])).toThrow('join: concat needs two inputs or more (got 0)');
  expect(() => conv('c', map, { outChannels: 4, kernel: 1, stride: 0 })).toThrow('c: stride is not a positive whole');
  expect(() => conv('c', map, { outChannels: 4, kernel: [1, 0] })).toThrow('c: kernel is not a positive whole');
  expect(() => input({ height: 0, width: 8, channels: 4 }, 'photo')).toThrow('photo: height is not a positive whole');
});

/** tf.nn.conv2d pads 5 rows under a 4x4 window by 1 before and 2 after: the odd one goes to the bottom and right. */
test('same padding puts the odd row at the bottom and the odd column at the right', () => {
  const padded = (size: number, kernel: number, stride: number) =>
    conv('conv', input({ height: size, width: size, channels: 1 }), { outChannels: 1, kernel, stride, padding: 'same' })
      .op;
  expect(padded(5, 4, 1)).toMatchObject({ padding: { top: 1, bottom: 2, left: 1, right: 2 } });
  expect(padded(224, 3, 2)).toMatchObject({ padding: { top: 0, bottom: 1, left: 0, right: 1 } });
  expect(padded(5, 3, 1)).toMatchObject({ padding: { top: 1, bottom: 1, left: 1, right: 1 } });
  expect(padded(6, 1, 2)).toMatchObject({ padding: { top: 0, bottom: 0, left: 0, right: 0 } });
});
