import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sampleGates } from './sampleGates';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

test('the stored gates are those that the engine computes from the shipped weights and photographs', async () => {
  const computed = await sampleGates(path('../public/samples'));
  if (!computed.ok) throw new Error(computed.error);
  const stored: unknown = JSON.parse(readFileSync(path('../src/lab/examples/gates.json'), 'utf8'));
  expect(withoutNumbers(stored)).toBe(withoutNumbers(computed.value));
  const [values, wanted] = [numbersOf(computed.value), numbersOf(stored)];
  expect(values).toHaveLength(wanted.length);
  // Processors round differently, by a thousandth at most.
  for (const [at, value] of values.entries()) expect(Math.abs(value - (wanted[at] ?? NaN))).toBeLessThanOrEqual(1);
}, 60_000);

function withoutNumbers(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'number' ? 0 : part));
}

function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
