import { expect, test } from 'vitest';
import { gateCounts, gatesThatSwitch, rankedGates } from './gateProfile';

test('channels are sorted by their gates, and keep the gate of the other image', () => {
  expect(rankedGates([0.2, 1, 0], [0.5, 0.6, 0.7])).toEqual([
    { channel: 1, gate: 1, other: 0.6 },
    { channel: 0, gate: 0.2, other: 0.5 },
    { channel: 2, gate: 0, other: 0.7 },
  ]);
});

test('every gate is shut, partly open or open', () => {
  expect(gateCounts([0, 0.004, 0.005, 0.5, 0.995, 0.996, 1])).toEqual({ shut: 2, partly: 3, open: 2 });
});

test('a gate switches when exactly one image shuts it', () => {
  expect(gatesThatSwitch([0, 0, 0.3, 1], [0, 0.2, 0, 0.1])).toBe(2);
});
