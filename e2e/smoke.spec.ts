import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { expect, test } from './fixtures/test';

test('the page opens, isolated, and axe finds nothing', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Featherweight/);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Without isolation there is no SharedArrayBuffer, and WebAssembly falls back to one thread.
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the address chooses the language, and the choice is stored', async ({ page }) => {
  await page.goto('./?lang=zh');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('banner')).toContainText(/\p{Script=Han}/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\p{Script=Han}/u);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});
