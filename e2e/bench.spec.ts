import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { savedText } from './fixtures/savedText';
import { expect, test } from './fixtures/test';

// Without WebGPU only the two WebAssembly runs remain: enough for the test, and fast.
test.use({ webGpu: 'off' });

test('a person times the five networks on their device and saves the numbers', async ({ page }) => {
  await page.goto('./#/bench?rounds=3');
  await page.getByRole('button', { name: 'Run it here' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run it again' })).toBeVisible({ timeout: 100_000 });
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(5);
  for (const row of await rows.all()) {
    await expect(row.locator('[data-path="wasm own"]')).toHaveText(/^\d/);
    await expect(row.locator('[data-ratio="wasm"]')).toHaveText(/^\d+% \d+%–\d+%$/);
    await expect(row.locator('[data-path="webgpu own"]')).toHaveCount(0);
  }
  const csv = await savedText(page.getByRole('button', { name: 'Numbers as CSV' }));
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 5 * 2);
  expect(csv).toMatch(/ShuffleNet V1 g=3,WebAssembly,own,"SIMD, \d threads?",3,/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a benchmark stops at once and keeps the finished rounds', async ({ page }) => {
  await page.goto('./#/bench?rounds=30');
  await page.getByRole('button', { name: 'Run it here' }).click();
  await expect(page.locator('[data-path="wasm stock"]').first()).toHaveText(/^\d/, { timeout: 100_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/^Stopped. The table shows the completed rounds/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Everything as JSON' })).toBeVisible();
});
