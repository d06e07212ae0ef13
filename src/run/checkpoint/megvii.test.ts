import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import cases from './fixtures/megviiLogits.json';
import { isClose, recognisedLogits } from './fixtures/recognisedLogits';
import { seededPth } from './fixtures/seededFile';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 120_000 });

const title = '$function at $resolution, $options.classes classes';

describe.each(cases)(`Megvii's ${title}`, ({ net, options, resolution, tensors, logits }) => {
  test("is recognised without a hint and gives the release's logits", async () => {
    const run = await recognisedLogits(executor, seededPth(tensors), { fileName: 'weights.pth.tar', resolution });
    expect(run.found).toMatchObject({ format: 'pytorch', naming: 'megvii', model: { id: net } });
    expect(run.found.options).toMatchObject(options);
    expect(isClose(run.logits, logits)).toBe(true);
  });
});
