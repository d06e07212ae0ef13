import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedStack } from '../../nets/explorables/groupedStack';
import { valueAt } from '../../nets/graph';
import { contributorsOf } from '../../nets/readings/contributors';
import { stackWiring, wirings } from './stackWirings';

const stacks = fc
  .record({ groups: fc.integer({ min: 1, max: 8 }), channelsPerGroup: fc.integer({ min: 1, max: 8 }) })
  .filter(({ groups, channelsPerGroup }) => groups * channelsPerGroup <= 24);

test.each(['direct', 'shuffled', 'apart'] as const)('%s: every output reads what it reads in the graph', (wiring) => {
  fc.assert(
    fc.property(stacks, (stack) => {
      const graph = groupedStack({ ...stack, units: 1, shuffled: wiring !== 'apart' });
      const [first] = graph.nodes.filter(({ op }) => op.kind === 'conv');
      if (first === undefined) throw new Error('no convolution');
      for (const [output, read] of stackWiring(stack, wiring, 400).readBy.entries())
        expect([...valueAt(contributorsOf(graph, output), first.id)].sort((a, b) => a - b)).toEqual(read);
    }),
    { numRuns: 20 },
  );
});

test('all three have the same height, and (c) a row and a wire a channel more', () => {
  const stack = { groups: 3, channelsPerGroup: 4 };
  const [apart, direct, shuffled] = wirings.map((wiring) => stackWiring(stack, wiring, 400));
  expect(new Set([apart?.height, direct?.height, shuffled?.height]).size).toBe(1);
  expect(shuffled?.rows).toHaveLength((direct?.rows.length ?? 0) + 1);
  expect(shuffled?.wires.length).toBe((direct?.wires.length ?? 0) + 12);
});

test('channels stay inside the drawing', () => {
  fc.assert(
    fc.property(stacks, fc.constantFrom(...wirings), fc.integer({ min: 260, max: 700 }), (stack, wiring, width) => {
      const { rows, box, height } = stackWiring(stack, wiring, width);
      for (const { x, y } of rows.flat()) {
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x + box.width).toBeLessThanOrEqual(width + 1e-6);
        expect(y + box.height).toBeLessThanOrEqual(height);
      }
    }),
  );
});
