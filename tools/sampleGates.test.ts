import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import stored from '../src/lab/examples/gates.json';
import { sampleGates } from './sampleGates';

test('the stored gates are those that the engine computes from the shipped weights and photographs', async () => {
  const computed = await sampleGates(fileURLToPath(new URL('../public/samples', import.meta.url)));
  if (!computed.ok) throw new Error(computed.error);
  const { weights, photos, maps } = computed.value;
  expect(weights).toBe(stored.weights);
  expect(Object.keys(photos)).toEqual(Object.keys(stored.photos));
  for (const [photo, { label, gates }] of Object.entries(stored.photos)) {
    expect(photos[photo]?.label).toBe(label);
    expect(Object.keys(photos[photo]?.gates ?? {})).toEqual(Object.keys(gates));
    for (const [block, values] of Object.entries(gates)) expectNear(photos[photo]?.gates[block] ?? [], values);
  }
  expect({ ...maps, channels: maps.channels.length }).toEqual({
    ...stored.maps,
    channels: stored.maps.channels.length,
  });
  for (const [channel, values] of stored.maps.channels.entries()) expectNear(maps.channels[channel] ?? [], values);
}, 60_000);

/** Processors round differently, by a thousandth at most. */
function expectNear(values: readonly number[], wanted: readonly number[]): void {
  expect(values).toHaveLength(wanted.length);
  for (const [at, value] of values.entries()) expect(Math.abs(value - (wanted[at] ?? NaN))).toBeLessThanOrEqual(1);
}
