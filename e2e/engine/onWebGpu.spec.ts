import { expect } from '../fixtures/test';
import { catalogue } from '../../src/nets/models/index';
import { test } from './benchPage';

test.use({ webGpu: 'software' });

/** VGG-16 holds nothing that AlexNet does not, and half a gigabyte of weights. */
const networkIds = catalogue.map(({ id }) => id).filter((id) => id !== 'vgg16');

test('every op computes on WebGPU what PyTorch computes, folded and unfolded, and leaves no tensor', async ({
  page,
}) => {
  const differences = await page.evaluate(() => window.engineBench.opDifferences('webgpu'));
  expect(Object.keys(differences).length).toBeGreaterThan(60);
  expect(Object.entries(differences).filter(([, difference]) => !(difference < 1e-4))).toEqual([]);
});

for (const id of networkIds) {
  test(`the kernels of ${id} compute what the op-by-op path computes, with every option`, async ({ page }) => {
    const differences = await page.evaluate((network) => window.engineBench.networkDifferences(network), id);
    expect(Object.keys(differences).length).toBeGreaterThan(1);
    expect(Object.entries(differences).filter(([, difference]) => !(difference < 1e-4))).toEqual([]);
  });
}

test('tuned kernels compute the same, subgroups among them, and are kept for the next visit', async ({ page }) => {
  const { differences, tuned, same } = await page.evaluate(() => window.engineBench.tuningKept());
  expect(Math.max(...differences)).toBeLessThan(1e-4);
  expect(tuned.flatMap(({ wrong = [] }) => wrong)).toEqual([]);
  // The whole network, then its layers.
  expect(tuned.map(({ timesMs }) => Object.keys(timesMs).length > 1)).toEqual([true, true, true, true]);
  expect(Object.keys(tuned.at(-1)?.timesMs ?? {})).toContain('subgroups');
  expect(same).toBe(true);
});

test('16-bit kernels are sound but for their type where the adapter has no 16-bit numbers', async ({ page }) => {
  expect(await page.evaluate(() => window.engineBench.faultsOfHalfKernels())).toEqual([]);
});

for (const id of ['squeezenet', 'shufflenet-v1', 'mobilenet-v2', 'mobilenet-v3']) {
  test(`the 16-bit kernels of ${id} compute what its 32-bit ones do`, async ({ page }) => {
    const verdicts = await page.evaluate((network) => window.engineBench.halfVerdicts(network), id);
    test.skip(verdicts === null, 'the adapter has no 16-bit numbers');
    expect(Object.keys(verdicts ?? {}).length).toBeGreaterThan(10);
    expect(Object.entries(verdicts ?? {}).filter(([, agrees]) => !agrees)).toEqual([]);
  });
}

test('a picture reaches the network as the processor would prepare it, and the likeliest outputs are ranked', async ({
  page,
}) => {
  const { differences, inputs } = await page.evaluate(() => window.engineBench.frameDifferences());
  expect(Object.values(differences).map(({ outputs }) => outputs)).toEqual(Object.keys(differences).map(() => inputs));
  // In steps of an eight-bit colour: what is seen through is rounded once more on one of the two ways.
  expect(Object.entries(differences).filter(([, { most, mean }]) => !(most < 1 && mean < 0.1))).toEqual([]);
});

test("the trained network gives PyTorch's logits on WebGPU, frame by frame with the same tensors", async ({ page }) => {
  const { device, differences, tensors, tensorsLoaded, memoryLeft } = await page.evaluate(() =>
    window.engineBench.wholeNetwork('webgpu'),
  );
  expect(device).toMatchObject({ backend: 'webgpu', softwareAdapter: true, whyNotWebgpu: null });
  expect(Math.max(...differences)).toBeLessThan(5e-3);
  expect(tensors).toEqual([tensorsLoaded, tensorsLoaded, tensorsLoaded]);
  expect(memoryLeft).toEqual({ tensors: 0, bytes: 0 });
});

test("the trained network gives PyTorch's logits on WebAssembly", async ({ page }) => {
  const { device, differences } = await page.evaluate(() => window.engineBench.wholeNetwork('wasm'));
  expect(device).toMatchObject({ backend: 'wasm', softwareAdapter: false, whyNotWebgpu: null });
  expect(device.adapter).toMatch(/^SIMD, \d threads?$/);
  expect(Math.max(...differences)).toBeLessThan(1e-3);
});

test("every layer's time is read from the graphics processor's own clock", async ({ page }) => {
  const { stages, device, times, peaks } = await page.evaluate(() => window.engineBench.layerTimes('webgpu'));
  expect(stages).toEqual(['peaks', 'compile', 'layers']);
  expect(device.backend).toBe('webgpu');
  expect(times).toMatchObject({ method: 'alone', clock: { kind: 'timestamps' } });
  expect(times.clock.resolutionMs).toBeGreaterThan(0);
  expect(times.steps.length).toBeGreaterThanOrEqual(30);
  expect(times.steps.filter(({ samplesMs }) => !samplesMs.every((ms) => ms > 0))).toEqual([]);
  expect(times.wholeMs).toHaveLength(2);
  expect(peaks).toMatchObject({ arithmetic: 'shader' });
  expect(Math.min(peaks.macsPerSecond, peaks.bytesPerSecond)).toBeGreaterThan(1e6);
});

test('a software adapter is passed over for WebAssembly, and the reason is told', async ({ page }) => {
  const device = await page.evaluate(() => window.engineBench.deviceOf('auto'));
  expect(device).toMatchObject({ backend: 'wasm', whyNotWebgpu: 'software' });
});

test('a lost device comes back by itself, with its network', async ({ page }) => {
  const { before, interrupted, after, events, device } = await page.evaluate(() =>
    window.engineBench.lossAndRecovery(),
  );
  expect(events).toEqual(['deviceLost', 'recovered']);
  expect(['answered', 'deviceLost']).toContain(interrupted);
  expect(device.backend).toBe('webgpu');
  expect(Math.max(before, after)).toBeLessThan(5e-3);
});

test.describe('a shader that the device refuses', () => {
  test.use({ expectedErrors: [/./] });

  test('is told in the console, which fails every browser test, where nobody asks for it', async ({ page }) => {
    const told = page.waitForEvent('console', (message) => message.text().startsWith('webgpu: '));
    expect(await page.evaluate(() => window.engineBench.refusedUnseen())).toBe('deviceError');
    expect((await told).type()).toBe('error');
  });

  test('is an error, not a plausible result', async ({ page }) => {
    expect(await page.evaluate(() => window.engineBench.refusedShader())).toEqual({
      sound: true,
      inside: 'deviceError',
      compiled: 'deviceError',
    });
  });
});
