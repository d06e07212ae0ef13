import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { createClassifier } from '../engine/classifier';
import { valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { readingBudget } from '../formats/bytes/budget';
import { besideOf, mainFileOf } from '../formats/givenFiles';
import { parseTensorFile } from '../formats/parseTensorFile';
import { uniform } from '../weights/randomTensors';
import { teachableMachineFiles } from './fixtures/teachableMachineFiles';
import { loadedByTfjs, probabilitiesOf } from './fixtures/tfjsWitness';
import { recognise } from './recognise';

vi.setConfig({ testTimeout: 120_000 });

let executor: Executor;

beforeAll(async () => {
  // tfjs then runs on WebAssembly, too.
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

// A real export lies beside the project where it is developed.
const shared = new URL('../../../../shared/fixtures/teachable-machine/', import.meta.url);
const real = existsSync(shared)
  ? readdirSync(shared).map((name) => {
      return { name, read: () => Promise.resolve(new Uint8Array(readFileSync(new URL(name, shared)))) };
    })
  : [];

describe.each([
  {
    export: 'a generated',
    resolution: 96,
    labels: ['cup', 'pen', 'book'],
    files: teachableMachineFiles(['cup', 'pen', 'book'], 96),
  },
  { export: 'the real', resolution: 224, labels: realLabels(), files: real },
])('$export export of Teachable Machine', ({ files, resolution, labels }) => {
  test.skipIf(files.length === 0)('is recognised with its labels, and gives the probabilities of tfjs', async () => {
    const main = await mainFileOf(files);
    const bytes = (await main?.read()) ?? new Uint8Array();
    const file = valueOf(await parseTensorFile(bytes, 'model.json', readingBudget(bytes.length), besideOf(files)));
    const found = valueOf(recognise(file, { fileName: 'model.json' }));
    expect(found).toMatchObject({ format: 'tfjs', model: { id: 'mobilenet-v2' }, resolution, labels });
    expect(found.options).toMatchObject({ width: 0.35, hidden: 100, classes: labels.length, padding: 'same' });
    const { graph, tensors, normalisation } = found;
    const parts = { executor, graph, tensors, normalisation, labels: null, onProgress: () => undefined };
    const classifier = valueOf(await createClassifier(parts));
    const witness = await loadedByTfjs(files);
    for (const seed of [1, 2, 3, 4, 5]) {
      const pixels = noise(resolution, seed);
      const { top } = valueOf(await classifier.classify(pixels, labels.length));
      const wanted = probabilitiesOf(witness, pixels);
      for (const { index, probability } of top)
        expect(Math.abs(probability - (wanted[index] ?? NaN))).toBeLessThan(1e-4);
    }
    classifier.dispose();
    witness.dispose();
  });
});

/** A picture of slow waves, different for each seed. */
function noise(side: number, seed: number) {
  const random = uniform(seed);
  const waves = Array.from({ length: 3 }, () => [random() * 0.2, random() * 0.2, random() * 6] as const);
  const data = Uint8Array.from({ length: side * side * 4 }, (_, index) => {
    const [channel, x, y] = [index % 4, Math.floor(index / 4) % side, Math.floor(index / 4 / side)];
    const [right = 0, down = 0, start = 0] = waves[channel] ?? [];
    return channel === 3 ? 255 : Math.round(127.5 + 127.5 * Math.sin(right * x + down * y + start));
  });
  return { width: side, height: side, data };
}

function realLabels(): readonly string[] {
  const metadata = new URL('metadata.json', shared);
  const json: unknown = existsSync(metadata) ? JSON.parse(readFileSync(metadata, 'utf8')) : {};
  const labels = typeof json === 'object' && json !== null && 'labels' in json ? json.labels : [];
  return Array.isArray(labels) ? labels.map(String) : [];
}
