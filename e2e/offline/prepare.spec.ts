import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { staticHost } from '../fixtures/staticHost';
import { expect, test } from '../fixtures/test';
import { topFive } from '../live/livePage';

test.use({
  serviceWorkers: 'allow',
  camera: 'absent',
  webGpu: 'off',
  // The browser logs every file that it cannot ask for again, and the one that is not there.
  expectedErrors: [/net::ERR_CONNECTION_REFUSED|status of 404/],
});

const ready = 'This device is ready: everything works without a network.';

/** Prepares a device that has seen nothing else of the app, then takes the host off the network. */
async function prepare(page: Page): Promise<string> {
  const host = await staticHost('dist', '/lessons/');
  await page.goto(`${host.url}#/prepare`);
  await page.getByRole('button', { name: /^Prepare this device \(\d/ }).click();
  // Stopped on the way, it goes on where it was.
  await expect(page.locator('li[data-kept=true]').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: /^Fetch the remaining/ }).click();
  await expect(page.getByText(ready)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'not kept' })).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await host.stop();
  await page.reload();
  await expect(page.getByText(ready)).toBeVisible();
  return host.url;
}

/** Opens a page anew, as a visitor does. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function expectRuns(page: Page, url: string, network: string): Promise<void> {
  await open(page, `${url}#/live?net=${network}`);
  await expect(topFive(page).first()).toHaveText(/\d%$/, { timeout: 90_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('a prepared device opens a chapter and runs networks that it never opened, without the network', async ({
  page,
}) => {
  const url = await prepare(page);
  await open(page, `${url}#/shufflenet-v2`);
  await expect(page.getByRole('main').getByRole('slider').first()).toBeVisible();
  await expectRuns(page, url, 'mobilenet-v2-imagenet');
  await expectRuns(page, url, 'xception-reduced-everyday64');
});

test('a prepared device opens every page and runs every network', { tag: '@thorough' }, async ({ page }) => {
  const url = await prepare(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Menu' }).click();
  const links = page.getByRole('dialog').getByRole('link');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(15);
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const address of new Set(['#/', ...addresses])) {
    await open(page, `${url}${address}`);
    await expect(page.getByRole('alert'), address).toHaveCount(0);
  }
  const networks: unknown = JSON.parse(readFileSync('dist/weights/index.json', 'utf8'));
  for (const network of Array.isArray(networks) ? networks : []) await expectRuns(page, url, String(network));
});

test(
  'a file that does not arrive is named, and pressing again fetches the rest',
  { tag: '@thorough' },
  async ({ page, context }) => {
    const host = await staticHost('dist', '/lessons/');
    const broken = /squeezenet-imagenet\/weights\.safetensors$/;
    await context.route(broken, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${host.url}#/prepare`);
    await page.getByRole('button', { name: /^Prepare this device \(\d/ }).click();
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole('listitem').filter({ hasText: 'failed' })).toHaveText(/SqueezeNet.*ImageNet/);
    await context.unroute(broken);
    await page.getByRole('button', { name: /^Fetch the remaining 2\.5/ }).click();
    await expect(page.getByText(ready)).toBeVisible({ timeout: 60_000 });
    await page.close();
    await host.stop();
  },
);
