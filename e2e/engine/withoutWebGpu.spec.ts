import { execFileSync } from 'node:child_process';
import { expect } from '../fixtures/test';
import { test } from './benchPage';

test.use({ webGpu: 'off' });

test('without WebGPU the engine runs on WebAssembly, and says why', async ({ page }) => {
  const device = await page.evaluate(() => window.engineBench.deviceOf('auto'));
  expect(device).toMatchObject({ backend: 'wasm', whyNotWebgpu: 'none' });
});

test('asking for WebGPU where there is none is an error, never another backend', async ({ page }) => {
  expect(await page.evaluate(() => window.engineBench.deviceOf('webgpu'))).toBe('noWebgpu');
});

test('a video file loops and yields its frames', async ({ page }) => {
  const { first, second, ...rest } = await page.evaluate(() => window.engineBench.videoSource());
  expect(rest).toEqual({ kind: 'video', widthPixels: 64, heightPixels: 48, frame: [64, 48], ended: null });
  expect(second).toBeGreaterThan(first ?? NaN);
});

test.describe('files that are not what their names say', () => {
  test.use({ expectedErrors: [/404/] });

  test('are refused by name', async ({ page }) => {
    expect(await page.evaluate(() => window.engineBench.refusedFiles())).toEqual([
      { code: 'notAnImage', name: 'note.png', why: { reason: 'otherFormat' } },
      { code: 'notAVideo', name: 'note.webm' },
      // A static server may answer with its start page, which is no image either.
      expect.objectContaining({ code: expect.stringMatching(/^(downloadFailed|notAnImage)$/) }),
    ]);
  });
});

test('browser and command line give the same logits for a photo', async ({ page }) => {
  const command =
    'tools/net.ts classify shufflenet-v2 --weights shufflenet-v2-everyday64 --resolution 96 --json --logits';
  for (const name of ['coffee.webp', 'chelsea.webp']) {
    const args = ['--import', 'tsx', ...command.split(' '), `public/samples/${name}`];
    const answer: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const logits = await page.evaluate((photo) => window.engineBench.sampleLogits(photo), name);
    expect(answer).toMatchObject([{ logits: logits.map((logit) => expect.closeTo(logit, 2)) }]);
  }
});

test('every layer is timed on WebAssembly, and a measurement can be stopped', async ({ page }) => {
  const { device, times, peaks } = await page.evaluate(() => window.engineBench.layerTimes('auto'));
  expect(device.backend).toBe('wasm');
  expect(times).toMatchObject({ method: 'alone', clock: { kind: 'wall' } });
  expect(times.steps.filter(({ samplesMs }) => !samplesMs.every((ms) => ms > 0))).toEqual([]);
  expect(peaks).toMatchObject({ arithmetic: 'matrixProduct' });
  expect(await page.evaluate(() => window.engineBench.stoppedMeasurement())).toBe('aborted');
});
