import { expect } from '../fixtures/test';
import { catalogue } from '../../src/nets/models/index';
import { test } from './benchPage';

test.use({ webGpu: 'software' });

/** All but VGG-16, which has no op that AlexNet lacks, and half a gigabyte of weights. */
const networkIds = catalogue.map(({ id }) => id).filter((id) => id !== 'vgg16');

test('every op computes on WebGPU what PyTorch computes, folded and unfolded, and leaks no tensor', async ({
  page,
}) => {
  const differences = await page.evaluate(() => window.engineBench.opDifferences('webgpu'));
  expect(Object.keys(differences).length).toBeGreaterThan(60);
  expect(Object.entries(differences).filter(([, difference]) => !(difference < 1e-4))).toEqual([]);
});

/** Between them they have grouped, shuffled, depthwise and gated layers; the test above has every op. */
const quick = ['shufflenet-v1', 'mobilenet-v3'];

for (const id of networkIds) {
  const tag = quick.includes(id) ? [] : ['@thorough'];
  test(`the kernels of ${id} compute what the op-by-op path computes, with every option`, { tag }, async ({ page }) => {
    const differences = await page.evaluate((network) => window.engineBench.networkDifferences(network), id);
    expect(Object.keys(differences).length).toBeGreaterThan(1);
    expect(Object.entries(differences).filter(([, difference]) => !(difference < 1e-4))).toEqual([]);
  });
}

test('tuned kernels, subgroups among them, compute the same and are stored for the next visit', async ({ page }) => {
  const { differences, tuned, same } = await page.evaluate(() => window.engineBench.tuneTwice());
  expect(Math.max(...differences)).toBeLessThan(1e-4);
  expect(tuned.flatMap(({ wrong = [] }) => wrong)).toEqual([]);
  // The whole network, then its layers.
  expect(tuned.map(({ timesMs }) => Object.keys(timesMs).length > 1)).toEqual([true, true, true, true]);
  expect(Object.keys(tuned.at(-1)?.timesMs ?? {})).toContain('subgroups');
  expect(same).toBe(true);
});

test('16-bit kernels compile, aliased to 32 bits, where the adapter has no 16-bit numbers', async ({ page }) => {
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

test('a frame is prepared on the GPU as in memory, and the most probable outputs are ranked', async ({ page }) => {
  const { differences, inputs } = await page.evaluate(() => window.engineBench.frameDifferences());
  expect(Object.values(differences).map(({ outputs }) => outputs)).toEqual(Object.keys(differences).map(() => inputs));
  // In steps of an eight-bit colour: one of the two paths rounds translucent pixels once more.
  expect(Object.entries(differences).filter(([, { max, mean }]) => !(max < 1 && mean < 0.1))).toEqual([]);
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

test("every layer is timed by the GPU's own clock", async ({ page }) => {
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

test('WebAssembly is preferred to a software adapter, with the reason', async ({ page }) => {
  const device = await page.evaluate(() => window.engineBench.deviceOf('auto'));
  expect(device).toMatchObject({ backend: 'wasm', whyNotWebgpu: 'software' });
});

test('a lost device recovers by itself, with its network', { tag: '@thorough' }, async ({ page }) => {
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

  test('is reported in the console, which fails every browser test, outside an error scope', async ({ page }) => {
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
