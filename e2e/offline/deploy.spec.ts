import type { Page } from '@playwright/test';
import { deployedHost, type DeployedHost } from '../fixtures/deployedHost';
import { expect, test } from '../fixtures/test';

// A new version on the host while pages of the old one are open. Counting runs no network, and Compare none either.

test.use({ webGpu: 'off', expectedErrors: [/Failed to (load resource|fetch)|ERR_CONNECTION_REFUSED/] });

let host: DeployedHost;

test.beforeEach(async () => {
  host = await deployedHost();
});

test.afterEach(async ({ context }) => {
  // Nothing may still be loading when the host stops.
  for (const page of context.pages()) await page.close();
  await host.stop();
});

/** The script that a page was started with: another in every version. */
function version(page: Page): Promise<string | null> {
  return page.locator('script[type=module]').getAttribute('src');
}

async function openCounting(page: Page): Promise<string> {
  await page.goto(`${host.url}?lang=zh#/counting`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return (await version(page)) ?? '';
}

function goToCompare(page: Page): Promise<void> {
  return page.getByRole('banner').getByRole('link', { name: '比较' }).click();
}

async function expectCompare(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\?lang=zh#\/compare/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\p{Script=Han}/u);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

function notice(page: Page) {
  return page.getByRole('status').filter({ hasText: '新版本' });
}

test('a page whose next part is gone arrives there in the new version, with its address', async ({ page }) => {
  const old = await openCounting(page);
  host.deploy();
  await goToCompare(page);
  await expect.poll(() => version(page).catch(() => old)).not.toBe(old);
  await expectCompare(page);
});

test('a part that is in no version leads to a message, and to no loop', async ({ page }) => {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await openCounting(page);
  host.deploy();
  host.lose(/^ComparePage-.*\.js$/);
  await goToCompare(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'Featherweight' }).click();
  await goToCompare(page);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(loads).toBe(2);
});

test('a worker whose script is gone says that there is a new version', async ({ page }) => {
  await page.goto(`${host.url}?lang=zh#/layers`);
  const measure = page.getByRole('button', { name: '测量', exact: true });
  await expect(measure).toBeEnabled();
  host.deploy();
  await measure.click();
  await expect(page.getByRole('alert')).toContainText('后台线程未能启动');
  await expect(notice(page)).toBeVisible();
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  /** Opens the app and waits until it is kept. */
  async function openKept(page: Page): Promise<string> {
    const opened = await openCounting(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return opened;
  }

  /** Returns to the tab, which then looks for a new version. */
  async function returnTo(page: Page): Promise<void> {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  test('a new version waits for a press, and the other tab follows with its next page', async ({ page, context }) => {
    const old = await openKept(page);
    const other = await context.newPage();
    await openKept(other);
    host.deploy();
    // Off the network, the old version goes on whole.
    await host.disconnect();
    await goToCompare(other);
    await expectCompare(other);
    await host.connect();

    await returnTo(page);
    await expect(notice(page)).toBeVisible({ timeout: 60_000 });
    expect(await version(page)).toBe(old);
    await notice(page).getByRole('button', { name: '稍后' }).click();
    await expect(notice(page)).toHaveCount(0);
    // Opened beside another tab, the old version opens again, and says so again.
    const third = await context.newPage();
    await openCounting(third);
    await notice(third).getByRole('button', { name: '立即载入' }).click();
    await expect.poll(() => version(third).catch(() => old)).not.toBe(old);
    await expect(third).toHaveURL(/\?lang=zh#\/counting/);

    await expect(notice(page)).toBeVisible();
    expect(await version(page)).toBe(old);
    await goToCompare(page);
    await expect.poll(() => version(page).catch(() => old)).not.toBe(old);
    await expectCompare(page);
  });

  test('a reload of the only tab starts the new version', { tag: '@thorough' }, async ({ page }) => {
    const old = await openKept(page);
    host.deploy();
    await returnTo(page);
    await expect(notice(page)).toBeVisible({ timeout: 60_000 });
    await page.reload({ waitUntil: 'commit' });
    await expect.poll(() => version(page).catch(() => old)).not.toBe(old);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
    await host.disconnect();
    await page.reload({ waitUntil: 'commit' });
    await goToCompare(page);
    await expectCompare(page);
  });
});
