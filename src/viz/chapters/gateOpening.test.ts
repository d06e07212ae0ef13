import { describe, expect, it } from 'vitest';
import { gateOpening } from './gateOpening';

const gates = [0.75, 0.11, 0.82, 0.81, 0, 0.63, 0.81, 0.56];

describe('gateOpening', () => {
  it('squeezes to a quarter of the channels', () => {
    const { channels, squeezed } = gateOpening(gates, 600, 90);
    expect(squeezed).toHaveLength(channels.length / 4);
  });

  it('keeps gates between 0 and 1, and rows and channels apart', () => {
    for (const width of [290, 620]) {
      const { channels, map, rows, gateHeight, height } = gateOpening(gates, width, 80);
      for (const { gate, middle } of channels) {
        expect(gate).toBeGreaterThanOrEqual(0);
        expect(gate).toBeLessThanOrEqual(1);
        expect(middle - map / 2).toBeGreaterThanOrEqual(80);
        expect(middle + map / 2).toBeLessThanOrEqual(width);
      }
      const edges = [rows.maps + map, rows.means, rows.squeezed, rows.gates - gateHeight, rows.gates, rows.scaled];
      expect(edges).toEqual([...edges].sort((a, b) => a - b));
      expect(rows.scaled + map).toBeLessThan(height);
    }
  });
});
