import { describe, expect, it } from 'vitest';
import { alongWire, shuffleOpening } from './shuffleOpening';

describe('shuffleOpening', () => {
  const { rows, wires } = shuffleOpening(620, 100);

  it('gives every group of the second convolution channels of all three groups', () => {
    const order = [...rows.shuffled].sort((a, b) => a.x - b.x).map(({ group }) => group);
    for (const group of [0, 1, 2]) expect(new Set(order.slice(4 * group, 4 * group + 4))).toEqual(new Set([0, 1, 2]));
  });

  it('connects only channels of one group in the first convolution, and of all in the second', () => {
    const half = (wires.shuffle[0]?.from.x ?? 0) - (rows.grouped[0]?.x ?? 0);
    expect(wires.first).toHaveLength(3 * 4 * 4);
    for (const { group, to } of wires.first) {
      const below = rows.grouped.find(({ x }) => Math.abs(x + half - to.x) < 1e-6);
      expect(below?.group).toBe(group);
    }
    const intoFirstOutput = wires.second.filter(({ to }) => to.x === wires.second[0]?.to.x);
    expect(new Set(intoFirstOutput.map(({ group }) => group))).toEqual(new Set([0, 1, 2]));
  });

  it('moves a channel from one end of its wire to the other', () => {
    for (const wire of wires.shuffle) {
      expect(alongWire(wire, 0)).toEqual(wire.from);
      expect(alongWire(wire, 1)).toEqual(wire.to);
    }
  });

  it('stays inside its width on a phone and beside the title', () => {
    for (const width of [280, 326, 620, 900]) {
      const { rows: drawn, box } = shuffleOpening(width, 84);
      for (const { x } of Object.values(drawn).flat()) {
        expect(x).toBeGreaterThanOrEqual(84 - 1e-9);
        expect(x + box.width).toBeLessThanOrEqual(width + 1e-9);
      }
    }
  });
});
