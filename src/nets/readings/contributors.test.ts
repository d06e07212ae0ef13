import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleUnitV1 } from '../blocks/shuffleUnitV1';
import { channelShuffle, channelSlice, concat, conv, fullyConnected, globalAveragePool, input } from '../build';
import { groupedStack } from '../explorables/groupedStack';
import type { Graph } from '../graph';
import { graphOf, valueAt } from '../graph';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { contributorsOf } from './contributors';

const inputsReaching = (graph: Graph, channel: number): readonly number[] =>
  [...valueAt(contributorsOf(graph, channel), 'input')].sort((a, b) => a - b);

describe('contributorsOf', () => {
  it('stays in its own group through any number of grouped convolutions without a shuffle', () => {
    const graph = groupedStack({ groups: 3, channelsPerGroup: 4, units: 4, shuffled: false });
    expect(inputsReaching(graph, 5)).toEqual([4, 5, 6, 7]);
  });

  it('sees every input after one shuffle where a group has a channel for each group', () => {
    const graph = groupedStack({ groups: 3, channelsPerGroup: 3, units: 1, shuffled: true });
    expect(inputsReaching(graph, 0)).toHaveLength(9);
  });

  it('sees only n groups after one shuffle where a group has n channels, and n times as many with each unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3, 4, 6, 8),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (groups, perGroup, units) => {
          const graph = groupedStack({ groups, channelsPerGroup: perGroup, units, shuffled: true });
          const seen = new Set(inputsReaching(graph, 0).map((channel) => Math.floor(channel / perGroup)));
          expect(seen.size).toBe(Math.min(groups, perGroup ** units));
        },
      ),
    );
  });

  it('is the same for whole ShuffleNet units: depthwise convolution and shortcut keep groups apart', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3, 4, 8),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (groups, perGroup, units) => {
          const channels = 4 * groups * perGroup;
          let flow = input({ height: 4, width: 4, channels });
          for (let index = 1; index <= units; index += 1) {
            flow = shuffleUnitV1(`unit${String(index)}`, flow, { outChannels: channels, groups, stride: 1 });
          }
          const seen = new Set(inputsReaching(graphOf(flow), 0).map((channel) => Math.floor(channel / (4 * perGroup))));
          expect(seen.size).toBe(Math.min(groups, perGroup ** units));
        },
      ),
    );
  });

  it('follows slices, concatenations and vectors back to their channels', () => {
    const map = input({ height: 2, width: 2, channels: 4 });
    const left = channelSlice('left', map, 0, 2);
    const right = conv('right.conv', channelSlice('right', map, 2, 4), { outChannels: 2, kernel: 3, groups: 2 });
    const shuffled = channelShuffle('shuffle', concat('concat', [left, right]), 2);
    expect([0, 1, 2, 3].map((channel) => inputsReaching(graphOf(shuffled), channel))).toEqual([[0], [2], [1], [3]]);
    expect(inputsReaching(graphOf(fullyConnected('fc', globalAveragePool('pool', shuffled), 10)), 7)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('agrees with ShuffleNet V1 that one stage mixes all channels', () => {
    const built = shuffleNetV1.build({ groups: 8, resolution: 64 });
    if (!built.ok) throw new Error(built.error);
    const reached = contributorsOf(built.value, 0);
    const [first] = built.value.nodes.filter(({ id }) => id === 'stage3.unit1.activation');
    expect(first?.shape.channels).toBe(768);
    expect(valueAt(reached, 'stage3.unit1.activation').size).toBe(768);
  });

  it('matches the effect of perturbing the inputs', () => {
    const channel = fc.integer({ min: 0, max: 11 });
    const choices = fc.record({
      groups: fc.constantFrom(2, 3, 4, 6),
      units: fc.constantFrom(1, 2),
      shuffled: fc.boolean(),
    });
    fc.assert(
      fc.property(choices, channel, ({ groups, units, shuffled }, out) => {
        const graph = groupedStack({ groups, channelsPerGroup: 12 / groups, units, shuffled });
        const seen = Array.from({ length: 12 }, (_, index) => index).filter((index) => touches(graph, index, out));
        expect(inputsReaching(graph, out)).toEqual(seen);
      }),
    );
  });
});

/**
 * Whether input `index` affects output `out` of a stack of grouped 1x1 convolutions with all-ones weights, by running
 * it.
 */
function touches(graph: Graph, index: number, out: number): boolean {
  const values = new Map<string, readonly number[]>();
  for (const node of graph.nodes) {
    const given = node.inputs[0] === undefined ? [] : (values.get(node.inputs[0].id) ?? []);
    const { op } = node;
    if (op.kind === 'input')
      values.set(
        node.id,
        Array.from({ length: 12 }, (_, channel) => (channel === index ? 1 : 0)),
      );
    else if (op.kind === 'conv') {
      const size = 12 / op.groups;
      const sums = Array.from({ length: op.groups }, (_, group) =>
        given.slice(group * size, (group + 1) * size).reduce((a, b) => a + b, 0),
      );
      values.set(
        node.id,
        given.map((_, channel) => sums[Math.floor(channel / size)] ?? 0),
      );
    } else if (op.kind === 'channelShuffle') {
      const { groups } = op;
      const rows = Array.from({ length: groups }, (_, row) =>
        given.slice((row * 12) / groups, ((row + 1) * 12) / groups),
      );
      values.set(
        node.id,
        Array.from({ length: 12 / groups }, (_, column) => rows.map((row) => row[column] ?? 0)).flat(),
      );
    } else values.set(node.id, given);
  }
  return (values.get(graph.output.id)?.[out] ?? 0) > 0;
}
