import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import { isClose, recognisedLogits } from './fixtures/recognisedLogits';
import { seededSafetensors } from './fixtures/seededFile';
import cases from './fixtures/timmLogits.json';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 120_000 });

const title = '$function at $resolution, $options.classes classes';

describe.each(cases)(`timm's ${title}`, ({ net, options, function: name, resolution, tensors, logits }) => {
  test("is recognised from a sorted file and gives timm's logits", async () => {
    const fileName = `${name}.safetensors`;
    const run = await recognisedLogits(executor, seededSafetensors(tensors), { fileName, resolution });
    expect(run.found).toMatchObject({ format: 'safetensors', model: { id: net } });
    expect(run.found.options).toMatchObject(options);
    expect(isClose(run.logits, logits)).toBe(true);
  });
});
