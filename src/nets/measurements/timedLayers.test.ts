import { describe, expect, it } from 'vitest';
import { activation, add, concat, conv, input } from '../build';
import { graphOf } from '../graph';
import { timedParts } from './timedLayers';

const start = input({ height: 4, width: 4, channels: 8 });
const reduced = activation(
  'block1.reduce.relu',
  conv('block1.reduce.conv', start, { outChannels: 4, kernel: 1 }),
  'relu',
);
const widened = conv('block1.widen.conv', reduced, { outChannels: 8, kernel: 1 });
const graph = graphOf(activation('block2.relu', add('block2.add', [start, widened]), 'relu'));

function at(median: number) {
  return { median, low: median - 0.5, high: median + 0.5 };
}

const steps = [
  { ids: ['block1.reduce.conv', 'block1.reduce.relu'], timeMs: at(2) },
  { ids: ['block1.widen.conv'], timeMs: at(1) },
  { ids: ['block2.add'], timeMs: at(3) },
  { ids: ['block2.relu'], timeMs: at(2) },
];

describe('measured layers beside their costs', () => {
  it('have shares of time, multiply-adds and memory access that each add up to 1', () => {
    const parts = timedParts(graph, steps, 'layers');
    expect(parts.map(({ timeShare }) => timeShare)).toEqual([0.25, 0.125, 0.375, 0.25]);
    expect(parts.map(({ macsShare }) => macsShare)).toEqual([0.5, 0.5, 0, 0]);
    const sum = parts.reduce((total, { memoryAccessShare }) => total + memoryAccessShare, 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  it('count no memory access for a fused activation', () => {
    const [fused, plain, sum, relu] = timedParts(graph, steps, 'layers').map(({ memoryAccess }) => memoryAccess);
    // Input 16 x 8, weights 8 x 4, output 16 x 4; and so on.
    expect(fused).toBe(128 + 32 + 64);
    expect(plain).toBe(64 + 32 + 128);
    expect(sum).toBe(128 + 128 + 128);
    expect(relu).toBe(128 + 128);
  });

  it('count what a fused sum reads from other steps', () => {
    const [, fused] = timedParts(
      graph,
      [
        { ids: ['block1.reduce.conv', 'block1.reduce.relu'], timeMs: at(1) },
        { ids: ['block1.widen.conv', 'block2.add', 'block2.relu'], timeMs: at(1) },
      ],
      'layers',
    );
    expect(fused?.memoryAccess).toBe(64 + 32 + 128 + 128);
  });

  it('count no memory access for an activation after a concatenation, which its parts compute', () => {
    const parts = ['left', 'right'].map((id) => conv(id, start, { outChannels: 4, kernel: 1 }));
    const joined = graphOf(activation('relu', concat('join', parts), 'relu'));
    const timed = timedParts(
      joined,
      [
        { ids: ['left'], timeMs: at(1) },
        { ids: ['right', 'relu'], timeMs: at(1) },
      ],
      'layers',
    );
    expect(timed.map(({ memoryAccess }) => memoryAccess)).toEqual([128 + 32 + 64, 128 + 32 + 64]);
  });

  it('are grouped by block and by stage, with their times and spreads summed', () => {
    const stages = timedParts(graph, steps, 'stages');
    expect(stages.map(({ id }) => id)).toEqual(['block1', 'block2']);
    expect(stages[0]?.timeMs).toEqual({ median: 3, low: 2, high: 4 });
    expect(stages[1]).toMatchObject({ macs: 0, macsShare: 0, timeShare: 0.625 });
    expect(timedParts(graph, steps, 'blocks').map(({ id }) => id)).toEqual([
      'block1.reduce',
      'block1.widen',
      'block2.add',
      'block2.relu',
    ]);
  });

  it('refuse a step of a node outside the graph', () => {
    expect(() => timedParts(graph, [{ ids: ['nowhere'], timeMs: at(1) }], 'layers')).toThrow('nowhere');
  });
});
