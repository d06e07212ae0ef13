import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import { isClose, recognisedLogits } from './fixtures/recognisedLogits';
import { seededPth } from './fixtures/seededFile';
import cases from './fixtures/torchvisionLogits.json';
import { recognise } from './recognise';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

// VGG-16 has half a gigabyte, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const title = '$function at $resolution, $options.classes classes';

describe.each(cases)(`torchvision's ${title}`, ({ net, options, resolution, tensors, logits }) => {
  test("is recognised without a hint and gives torchvision's logits", async () => {
    const run = await recognisedLogits(executor, seededPth(tensors), { fileName: 'weights.pth', resolution });
    // Where another implementation of the same shapes exists, the names must give torchvision's away.
    const naming = net.startsWith('mobilenet') ? 'torchvision' : 'pytorch';
    expect(run.found).toMatchObject({ format: 'pytorch', naming, model: { id: net } });
    expect(run.found.settings.filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(run.found.options).toMatchObject(options);
    expect(isClose(run.logits, logits)).toBe(true);
  });
});

test("torchvision's AlexNet, which is not the paper's, is refused as a namesake", () => {
  const layer = (name: string, ...shape: number[]) => ({ name, shape, data: new Float32Array() });
  const tensors = [
    layer('features.0.weight', 64, 3, 11, 11),
    layer('features.0.bias', 64),
    layer('features.3.weight', 192, 64, 5, 5),
    layer('features.3.bias', 192),
  ];
  const found = recognise({ format: 'pytorch', tensors }, { fileName: 'alexnet.pth' });
  expect(found).toMatchObject({ ok: false, error: { code: 'namesake', namesake: 'torchvisionAlexNet' } });
});
