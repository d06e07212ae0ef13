import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import { kerasFile } from './fixtures/kerasFile';
import cases from './fixtures/kerasLogits.json';
import { isClose, recognisedLogits } from './fixtures/recognisedLogits';
import { recognise } from './recognise';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 120_000 });

const title = '$function at $resolution, $options.classes classes';

describe.each(cases)(`Keras's ${title}, in $file`, ({ net, options, file, resolution, logits }) => {
  test("is recognised without a hint and gives Keras's logits", async () => {
    const run = await recognisedLogits(executor, kerasFile(file), { fileName: 'weights.h5', resolution });
    expect(run.found).toMatchObject({ format: 'keras', naming: 'keras', model: { id: net } });
    expect(run.found.options).toMatchObject({ ...options, padding: 'same' });
    expect(isClose(run.logits, logits)).toBe(true);
  });
});

test("Keras's Inception V3, which averages differently from torchvision's, is refused as a namesake", () => {
  const layers = ['conv2d', 'mixed0', 'mixed10'].map((name) => ({ name, weights: [] }));
  const found = recognise({ format: 'keras', tensors: [], layers }, { fileName: 'inception_v3.h5' });
  expect(found).toMatchObject({ ok: false, error: { code: 'namesake', namesake: 'kerasInceptionV3' } });
});
