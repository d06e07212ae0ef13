import type { Page } from '@playwright/test';
import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { expect, test } from './fixtures/test';

// The first download is refused.
test.use({ webGpu: 'off', expectedErrors: [/Failed to load resource/] });

test('two chapters fill their diagrams with what trained networks compute, and lead to the block in X-ray', async ({
  page,
}) => {
  await page.route('**/weights.safetensors', (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.goto('./#/mobilenet-v3?se.data=on');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).first().press('Enter');
  const gates = page.getByRole('group', { name: 'The tensors of the block' });
  await expect(gates).toBeVisible({ timeout: 60_000 });
  await page.getByText('All gates in numbers').press('Enter');
  const written = await page.getByRole('table').filter({ hasText: 'gate' }).getByRole('cell').allTextContents();
  const values = written.map(Number);
  expect(values.length).toBeGreaterThan(20);
  expect(values.every((gate) => gate >= 0 && gate <= 1)).toBe(true);
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.3);
  // All figures of a chapter share the network: this one need not be asked for.
  const shares = page.getByRole('img', { name: /at most −3, .* between, .* at least 3/ });
  const percents = ((await shares.getAttribute('aria-label')) ?? '').match(/\d+(?=%)/g) ?? [];
  expect(Math.abs(percents.map(Number).reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(2);

  await page.goto('./#/mobilenet-v1');
  await expect(page.getByRole('heading', { level: 1, name: /MobileNet V1/ })).toBeVisible();
  await page.getByRole('switch', { name: 'With data' }).press('Space');
  await expect(page).toHaveURL(/split\.data=on/);
  await expect(page.getByText(/\d+% zeros/).first()).toBeVisible({ timeout: 60_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'This block in X-ray' }).press('Enter');
  await expect(page).toHaveURL(/xray\?net=mobilenet-v1-everyday64&at=block1$/);
});

test('the kernel of Counting slides over the photo by keyboard, and its numbers add up', async ({ page }) => {
  await page.goto('./#/counting');
  const kernel = page.getByRole('slider', { name: /^Kernel on the input/ });
  await kernel.press('Home');
  // 3 × 3 values of 3 colours, 4 output channels, 32 × 32 positions.
  await expect(page.getByText('This position: 27 × 4 output channels = 108.')).toContainText(
    'So far 108 of 110,592 multiply-adds, at 1 of 1,024 positions.',
  );
  await kernel.press('ArrowDown');
  await kernel.press('ArrowRight');
  await expect(page.getByText('So far')).toContainText('So far 3,672 of 110,592 multiply-adds, at 34 of 1,024');
  await expectSumOfProducts(page, 27);
  await page.getByRole('button', { name: 'Slide the kernel' }).press('Enter');
  await expect(page.getByText('So far')).toContainText(/at (4\d|[5-9]\d|\d{3}) of 1,024/);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  const stopped = await kernel.getAttribute('aria-valuenow');
  await page.waitForTimeout(300);
  expect(await kernel.getAttribute('aria-valuenow')).toBe(stopped);

  await page.goto('./#/counting?kernel.kind=depthwise&kernel.channel=3&kernel.padding=none&kernel.stride=2');
  await expect(page.getByText('This position: 9 × 4 output channels = 36.')).toContainText('of 8,100 multiply-adds');
  await kernel.press('End');
  await expect(page.getByText('So far')).toContainText('So far 8,100 of 8,100 multiply-adds, at 225 of 225 positions.');
  await expectSumOfProducts(page, 9);
});

/** The products that are listed add up to the value below them. */
async function expectSumOfProducts(page: Page, count: number): Promise<void> {
  const pictures = await page.getByRole('img', { name: /^= products/ }).all();
  const labels = await Promise.all(pictures.map((picture) => picture.getAttribute('aria-label')));
  const products = labels.flatMap((label) =>
    (label ?? '').replaceAll('−', '-').split(' ').map(Number).filter(Number.isFinite),
  );
  expect(products).toHaveLength(count);
  const text = (await page.getByText('Sum of the products:').textContent()) ?? '';
  const sum = Number(/(−?[\d.]+)\s*$/.exec(text)?.[1]?.replace('−', '-'));
  expect(products.reduce((total, product) => total + product, 0)).toBeCloseTo(sum, 1);
}
