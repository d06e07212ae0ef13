import { expect, test } from '../fixtures/test';
import { hasWebGpu, seenByCamera } from './inPage';

test.use({ camera: 'refused', webGpu: 'off' });

test('the camera is refused', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(seenByCamera)).toBe('NotAllowedError');
});

test('there is no WebGPU adapter', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(hasWebGpu)).toBe(false);
});
