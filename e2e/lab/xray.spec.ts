import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';
import { killWorker, rememberWorkers } from '../fixtures/workers';

test.use({ webGpu: 'off' });

const net = 'net=mobilenet-v2-everyday64';
const pixel = `#/xray?${net}&at=stage2.block2.depthwise.conv&channel=8&pixel=0,12`;

/** The number that a line of the page ends with. */
async function lastNumber(page: Page, line: RegExp): Promise<number> {
  const text = (await page.getByText(line).textContent()) ?? '';
  return Number(/(−?[\d.]+)\D*$/.exec(text)?.[1]?.replace('−', '-'));
}

test('a link opens on one value of one channel, which can be stepped through, and Escape leads up to the labels', async ({
  page,
}) => {
  await page.goto(`./${pixel}`);
  const path = page.getByRole('navigation', { name: 'Place in the network' });
  await expect(path).toContainText('row 0, column 12', { timeout: 90_000 });
  await expect(page.getByText(/Products .* \+ bias/)).toBeVisible();
  const products = page.getByRole('img', { name: /^= products/ });
  const label = ((await products.getAttribute('aria-label')) ?? '').replaceAll('−', '-');
  const listed = label.split(' ').map(Number).filter(Number.isFinite);
  expect(listed).toHaveLength(9);
  // The first row lies outside the map.
  expect(listed.slice(0, 3)).toEqual([0, 0, 0]);
  const sum = Number(
    /Products (−?[\d.]+)/.exec((await page.getByText(/Products .* \+ bias/).textContent()) ?? '')?.[1],
  );
  expect(listed.reduce((total, product) => total + product, 0)).toBeCloseTo(sum, 1);
  await expect(page.getByText('9 × 32 × 32 = 9,216')).toBeVisible();
  await expect(page.getByText('1,327,104.')).toBeVisible();

  await page.keyboard.press('.');
  await page.keyboard.press('ArrowDown');
  await expect(path).toContainText('row 1, column 12');
  await expect(page).toHaveURL(/pixel=1,12|pixel=1%2C12/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByText('Each output map reads one input map.')).toBeVisible();
  const differs = await lastNumber(page, /differs by at most/);
  expect(Number.isNaN(differs)).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('slider', { name: /1×1 pointwise convolution: 144 maps/ })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Escape');
  const labels = page.getByRole('list', { name: 'The five likeliest labels' }).getByRole('button');
  await expect(labels).toHaveCount(5);
  await expect(page).toHaveURL(/#\/xray\?net=mobilenet-v2-everyday64$/);
});

test('down by Enter and up by Escape, the keyboard stays on what leads on', async ({ page }) => {
  const focused = page.locator(':focus');
  await page.goto(`./#/xray?${net}`);
  const stage = page.getByRole('slider', { name: /^Maps of/ }).nth(2);
  await stage.press('Enter', { timeout: 90_000 });
  await expect(page).toHaveURL(/at=/);
  const depthwise = page.getByRole('slider', { name: /depthwise convolution/ });
  await expect(depthwise).toBeVisible();
  await expect(focused).toHaveAttribute('role', 'slider');
  await depthwise.press('Enter');
  await expect(focused).toHaveAccessibleName('Output channels');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/channel=1/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/channel=1&pixel=/);
  await expect(focused).toHaveAccessibleName('Input map with the kernel on it');
  const column = /pixel=(\d+)(?:,|%2C)(\d+)/.exec(page.url())?.[2];
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`(?:,|%2C)${String(Number(column) + 1)}`));
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName('Output channels');
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName(/depthwise convolution/);
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName(/^Maps of/);
  await expect(stage).toBeFocused();
});

test('the network is shown from the frame to its labels, and says why one of them', async ({ page }) => {
  await page.goto(`./#/xray?net=squeezenet-everyday64`);
  const labels = page.getByRole('list', { name: 'The five likeliest labels' }).getByRole('button');
  await expect(labels).toHaveCount(5, { timeout: 90_000 });
  await expect(labels.first()).toContainText('espresso');
  await labels.first().press('Enter');
  await expect(page.getByText('this class has a map of its own')).toBeVisible();
  await expect(labels.first()).toHaveAttribute('aria-pressed', 'true');
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFitOnPhone(page);

  await page.goto(`./?lang=zh#/xray?net=squeezenet-everyday64&at=conv10.conv&channel=3`);
  await expect(page.getByText('每个输出特征图读取全部', { exact: false })).toBeVisible({ timeout: 90_000 });
  await expectFitOnPhone(page);
});

test('a place that a network does not have is the nearest one, and untrained weights say so', async ({ page }) => {
  await page.goto(`./#/xray?net=shufflenet-v1:width=0.5:resolution=64&at=stage2.unit1.nowhere&channel=5`);
  await expect(page.getByText('Untrained: random weights')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('navigation', { name: 'Place in the network' })).toContainText('Stage 2, unit 1');
});

test('an engine that is killed while one value is looked at is told, and comes back to that value', async ({
  page,
}) => {
  await rememberWorkers(page);
  await page.goto(`./${pixel}`);
  const products = page.getByText(/Products .* \+ bias/);
  await expect(products).toBeVisible({ timeout: 90_000 });
  const sum = await products.textContent();
  await killWorker(page, 'engine');
  await page.getByRole('alert').getByRole('button', { name: 'Start it again' }).press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  // A layer is taken apart by the engine: that it shows says that the engine is back.
  await expect(page.getByText(/differs by at most/)).toBeVisible({ timeout: 60_000 });
  await page.goBack();
  await expect(products).toHaveText(sum ?? '');
});
