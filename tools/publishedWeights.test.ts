import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Pixels } from '../src/run/frames/preprocess';
import { createClassifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import { readTrainedNetwork } from './readWeights';

/** What PyTorch computes with the publisher's file in float32, every 20th of 1000 (training/published_logits.py). */
const published: unknown = JSON.parse(readFileSync(new URL('fixtures/publishedLogits.json', import.meta.url), 'utf8'));

test.each([
  ['squeezenet', 'squeezenet-imagenet', 227],
  ['mobilenet-v2', 'mobilenet-v2-imagenet', 224],
])(
  "%s's shipped weights compute what the publisher's file does, but for their 16 bits",
  async (net, name, side) => {
    const network = await readTrainedNetwork(net, name, {});
    const executor = await createExecutor({ backend: 'wasm', wasmBinaries: null });
    if (!network.ok || !executor.ok) throw new Error(network.ok ? 'no WebAssembly' : network.error);
    expect(network.value.graph.input.shape.height).toBe(side);
    const classifier = await createClassifier({
      executor: executor.value,
      ...network.value,
      onProgress: () => undefined,
    });
    const found = classifier.ok ? await classifier.value.classify(imageOf(side), 5) : classifier;
    if (!found.ok) throw new Error(found.error.code);
    const wanted = logitsOf(name);
    expect(wanted).toHaveLength(50);
    const largest = Math.max(...wanted.map(Math.abs));
    const error = Math.max(...wanted.map((logit, index) => Math.abs(logit - (found.value.logits[20 * index] ?? NaN))));
    expect(error / largest).toBeLessThan(0.005);
  },
  60_000,
);

function logitsOf(name: string): readonly number[] {
  const entries: readonly (readonly [string, unknown])[] =
    typeof published === 'object' && published !== null ? Object.entries(published) : [];
  const logits = entries.find(([key]) => key === name)?.[1];
  return Array.isArray(logits) ? logits.map(Number) : [];
}

/** The image of training/published_logits.py. */
function imageOf(side: number): Pixels {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      for (let c = 0; c < 3; c += 1)
        data[(y * side + x) * 4 + c] = (x * (3 + c) + y * (7 - c) + Math.floor((x * y) / 16) + 61 * c) % 256;
  return { width: side, height: side, data };
}
