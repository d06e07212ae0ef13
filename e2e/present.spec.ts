import type { Page } from '@playwright/test';
import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { nameOf, walkScreens } from './fixtures/presentedScreens';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off', viewport: { width: 1280, height: 720 } });

/** What is shown of the page while it is presented. */
const part = (page: Page) => page.locator('main [data-present]:not([data-present=path])');

/** Waits until the screen is laid out, and tells whether something is beyond it. */
async function isCut(page: Page): Promise<boolean> {
  const root = page.locator('html');
  await expect(root).not.toHaveAttribute('data-fitting', { timeout: 20_000 });
  return (await root.getAttribute('data-overflows')) !== null;
}

test('a chapter is presented by keyboard: screens, reveal, black, code, time, and back to its place', async ({
  page,
}) => {
  await page.goto('./#/shufflenet-v1');
  await expect(page.getByRole('heading', { level: 1, name: 'ShuffleNet V1' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/present=opening/);
  await expect(part(page)).toHaveAttribute('data-present', 'opening');
  await expect(page.getByRole('img', { name: 'QR code of this page' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();

  const cut: string[] = [];
  while (!page.url().includes('present=reach.p5')) {
    const before = await nameOf(page);
    await page.keyboard.press(cut.length % 2 === 0 ? 'ArrowRight' : 'PageDown');
    await expect.poll(() => nameOf(page)).not.toBe(before);
    if (await isCut(page)) cut.push(page.url());
  }
  expect(cut).toEqual([]);
  await expect(page.getByRole('heading', { level: 2 })).toContainText('8 groups of 3 channels');
  await expect(part(page)).not.toContainText('It is: 9');
  await page.keyboard.press('r');
  await expect(part(page)).toContainText('It is: 9');
  await page.keyboard.press('r');
  await expect(part(page)).not.toContainText('It is: 9');

  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: /^Black screen/ })).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('q');
  const code = page.getByRole('img', { name: 'QR code of this very screen' });
  expect(await code.evaluate((each) => each.getBoundingClientRect().width)).toBeGreaterThan(530);
  await page.keyboard.press('Escape');
  await expect(code).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: /: stop$/ })).toHaveText('00:01', { timeout: 5000 });
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: /^8 groups of 3 channels/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/present=/);
  await expect(page.locator('[data-gate="shufflenet-v1/p5"]')).toBeInViewport();
});

test('an address that names no screen is told over the screen that shows instead, and one that names one is not', async ({
  page,
}) => {
  const notice = page.getByRole('status').filter({ hasText: 'Not everything in this address could be used.' });
  await page.goto('./#/shufflenet-v1?present=99');
  await expect(part(page)).toHaveAttribute('data-present', 'opening');
  await expect(notice.getByRole('listitem')).toHaveText(/^Screen: present=99 No screen .* Used instead: opening\.$/);
  await expect(notice).toBeInViewport();
  await page.keyboard.press('PageDown');
  await expect(notice).toHaveCount(0);
  await page.goto('./#/shufflenet-v1?present=');
  await expect(notice).toContainText('present=');
  await expect(page.locator('[data-presenter=foot]')).toHaveCount(0);

  await page.goto('./#/shufflenet-v1?present=reach.p5');
  await expect(part(page)).toHaveAttribute('data-present', 'guess');
  // Once all screens are known, and the page has had its time to tell.
  await page.waitForTimeout(4000);
  await expect(notice).toHaveCount(0);

  // Nor while the chapter, and what presents it, take longer than that to come.
  const toldEarly: string[] = [];
  for (const late of ['ShuffleNetV1Page', 'Presenter']) {
    await page.goto('about:blank');
    await page.route(new RegExp(`/${late}[-.][^/]*(js|tsx)(\\?|$)`), async (route) => {
      await new Promise((done) => setTimeout(done, 4000));
      await route.continue();
    });
    await page.goto('./#/shufflenet-v1?present=reach.p5');
    await expect
      .poll(async () => {
        toldEarly.push(...(await notice.allTextContents()));
        return part(page).count();
      })
      .toBe(1);
    expect(toldEarly).toEqual([]);
  }
});

const chapters = ['squeezenet', 'xception', 'mobilenet-v1', 'shufflenet-v1', 'mobilenet-v2', 'shufflenet-v2'];
const measured = ['networks', 'design', 'race', 'layers', 'guidelines', 'bench'];
const others = ['mobilenet-v3', 'efficientnet-lite0', 'summary', ...measured];

for (const { path, locale, tag } of [
  { path: 'counting', locale: 'en-US', tag: [] },
  { path: 'compare', locale: 'zh-CN', tag: [] },
  ...[...chapters, ...others].map((path) => ({ path, locale: 'en-US', tag: '@thorough' })),
  ...['counting', ...chapters, ...others].map((path) => ({ path, locale: 'zh-CN', tag: '@thorough' })),
]) {
  test.describe(locale, () => {
    test.use({ locale, colorScheme: locale === 'zh-CN' ? 'dark' : 'light' });

    test(
      `no screen of ${path} is cut, with and without its answers, and none is empty (${locale})`,
      { tag },
      async ({ page }) => {
        await page.goto(`./#/${path}?present=opening`);
        await expect(page.locator('[data-presenter=foot]')).toBeVisible();
        const screens = await walkScreens(page);
        expect(screens.length).toBeGreaterThan(2);
        expect(screens.filter(({ isCut, typePx }) => isCut || !Number.isFinite(typePx))).toEqual([]);
        expect(screens.filter(({ typePx }) => typePx < 20)).toEqual([]);
      },
    );
  });
}
