import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, overlay } from './livePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'software' });

test('the camera shows coffee, and WebGPU recognises it', async ({ page }) => {
  await page.goto('./#/live?backend=webgpu&net=shufflenet-v2');
  await page.getByRole('button', { name: 'Camera' }).click();
  await expectEspresso(page);
  await expect(page).toHaveURL(/source=camera/);
  await expect(overlay(page)).toContainText('WebGPU');
  await expect(overlay(page)).toContainText('swiftshader');
  await openLatency(page);
  for (const part of ['capture', 'preprocess', 'inference', 'readback', 'end to end']) {
    await expect(overlay(page).getByText(part, { exact: true })).toBeVisible();
  }
  await expect(overlay(page)).toContainText(/compilation [\d,.]+\sm?s, first frame [\d,.]+\sm?s/);
  // A second frame makes a rate.
  await expect(overlay(page)).toContainText(/frames per second\s*\d/, { timeout: 60_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  const part = overlay(page).getByText('preprocess', { exact: true });
  await page.keyboard.press('l');
  await expect(part).toBeHidden();
  await expect(overlay(page).getByText('end to end')).toBeVisible();
  await page.keyboard.press('l');
  await expect(part).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(part).toBeHidden();
  await overlay(page).hover();
  await expect(part).toBeVisible();
});
