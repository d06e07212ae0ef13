import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClassifier } from '../classifier';
import type { Executor } from '../executor';
import { largestDifference } from '../fixtures/opWitness';
import { valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { parseTensorFile } from '../formats/parseTensorFile';
import cases from './fixtures/torchvisionLogits.json';
import { torchvisionFile } from './fixtures/torchvisionFile';
import { recognise } from './recognise';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 120_000 });

describe.each(cases)("torchvision's $function at $resolution, $options.classes classes", (wanted) => {
  test("is recognised without a hint and gives torchvision's logits", async () => {
    const file = valueOf(await parseTensorFile(torchvisionFile(wanted.tensors)));
    const { resolution } = wanted;
    const found = valueOf(recognise(file, { fileName: 'weights.pth', options: { resolution } }));
    expect(found).toMatchObject({ format: 'pytorch', naming: 'pytorch', model: { id: wanted.net } });
    expect(found.options).toMatchObject(wanted.options);
    const { graph, tensors, normalisation } = found;
    const parts = { executor, graph, tensors, normalisation, labels: null, onProgress: () => undefined };
    const classifier = valueOf(await createClassifier(parts));
    const { logits } = valueOf(await classifier.classify(pattern(resolution), 1));
    classifier.dispose();
    expect(largestDifference(logits, wanted.logits)).toBeLessThan(1e-3);
  });
});

test("torchvision's AlexNet, which is another one than the paper's, is refused with its first tensor", () => {
  const layer = (name: string, ...shape: number[]) => ({ name, shape, data: new Float32Array() });
  const tensors = [layer('features.0.weight', 64, 3, 11, 11), layer('features.0.bias', 64)];
  const found = recognise({ format: 'pytorch', tensors }, { fileName: 'alexnet.pth' });
  expect(found).toMatchObject({ ok: false, error: { got: [64, 3, 11, 11] } });
});

/** The same whole numbers as in makeTorchvisionLogits.py. */
function pattern(side: number) {
  const data = Uint8Array.from({ length: side * side * 4 }, (_, index) => {
    const [channel, x, y] = [index % 4, Math.floor(index / 4) % side, Math.floor(index / 4 / side)];
    return channel === 3 ? 255 : (x * 7 + y * 13 + channel * 29 + ((x * y) % 31)) % 256;
  });
  return { width: side, height: side, data };
}
