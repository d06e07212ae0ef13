import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import cases from './fixtures/exportedLogits.json';
import { recognisedLogits } from './fixtures/recognisedLogits';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 120_000 });

test.each(cases)('$file, as its exporter wrote it, is $net and gives what its framework computes', async (exported) => {
  const { file, net, logits } = exported;
  const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(`fixtures/${file}.gz`, import.meta.url))));
  const run = await recognisedLogits(executor, bytes, { fileName: file, resolution: 64 });
  expect(run.found.model.id).toBe(net);
  const notes = run.found.notes.map(({ kind }) => kind);
  expect(notes.includes('computedInFloats')).toBe(file.includes('qdq'));
  const largest = Math.max(...logits.map(Math.abs));
  const off = Math.max(...logits.map((value, index) => Math.abs(value - (run.logits[index] ?? NaN)))) / largest;
  // Maps of 8 bits are rounded in the file, and not here.
  expect(off).toBeLessThan(file.includes('qdq') ? 0.2 : 1e-4);
});
