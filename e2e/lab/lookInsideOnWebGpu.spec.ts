import { expect, test } from '../fixtures/test';

test.use({ webGpu: 'software' });

test('Look inside works on WebGPU too', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('./#/live?backend=webgpu&net=shufflenet-v1:groups=8:width=0.25:resolution=64');
  await page.getByText('Look inside').click();
  await expect(page.getByRole('slider', { name: /feature maps/ })).toBeVisible({ timeout: 60_000 });
});
