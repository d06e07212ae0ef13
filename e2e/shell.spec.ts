import type { Page } from '@playwright/test';
import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

test('an address without a page says so and offers a way back', async ({ page }) => {
  await page.goto('./#/nowhere');
  await expect(page.getByText('There is no page at this address.')).toBeVisible();
  await expect(page).toHaveTitle('Page not found · Featherweight');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'the first page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How small can a network be and still see?');
});

test('what an address has that no page takes is said once, until it is chosen or dismissed', async ({ page }) => {
  const notice = page.getByRole('status').filter({ hasText: 'Not everything in this address could be used.' });
  await page.goto('./#/shufflenet-v2?width=99&on=gpu&units.figure=z&units.resolution=9999&units.at=nonsense&wdith=1');
  await expect(notice.getByRole('listitem')).toHaveText([
    'Width: width=99 Possible: 0.5, 1, 1.5, or 2. Used instead: 1.',
    'units.figure=z Possible: a, b, c, or d. Used instead: c.',
    /^Input map: units\.resolution=9999 Possible: /,
    'units.at=nonsense The figure has no layer of this name. Another one is shown.',
    /^wdith=1 This page has no such setting/,
  ]);
  await expect(notice).toBeInViewport();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('radio', { name: '1.5' }).first().click({ force: true });
  await expect(notice).not.toContainText('width=99');
  await page.keyboard.press('Escape');
  await expect(notice).toHaveCount(0);
  await page.goto('./#/compare?nets=mobilenet-v2,nonsense');
  await expect(notice).toContainText('nets=nonsense There is no network of this name here.');
  await page.goto('./#/shufflenet-v2?width=0.5&on=arm');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('focus and title follow to a new page', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Run' }).click();
  await page.getByRole('dialog', { name: 'Run' }).getByRole('link', { name: 'Live' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /^Point the camera/);
  await expect(page).toHaveTitle('Live · Featherweight');
  await page.goBack();
  await expect(page).toHaveTitle('Page not found · Featherweight');
});

test('the place is kept over going back and reloading, and a copied link arrives at its figure', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const top = () => page.evaluate(() => Math.round(window.scrollY));
  await page.goto('./#/shufflenet-v2');
  await expect(page.locator('#units')).toBeVisible();
  await page.mouse.wheel(0, 9000);
  await expect.poll(top).toBeGreaterThan(5000);
  const place = await top();
  await page.evaluate(() => {
    window.location.hash = '#/counting';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Counting' })).toBeVisible();
  await expect.poll(top).toBe(0);
  await page.goBack();
  await expect.poll(top).toBe(place);
  await page.reload();
  await expect.poll(top).toBe(place);

  const figure = page.locator('figure[id]').last();
  await figure.getByRole('button', { name: /^Save or share/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  const id = await figure.getAttribute('id');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`at=${String(id)}`);
  const other = await context.newPage();
  await other.goto(link);
  await expect
    .poll(() => other.locator(`#${String(id)}`).evaluate((each) => each.getBoundingClientRect().top))
    .toBeLessThan(40);
  await expect(other.locator(`#${String(id)}`)).toBeInViewport();
});

test('a page that is still arriving gives way to a part of it that scrolls', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page.evaluate(() => {
    window.location.hash = '#/squeezenet';
  });
  await expect(page.locator('h2').nth(2)).toBeVisible();
  const wanted = await page.evaluate(() => {
    window.scrollTo({ top: 900, behavior: 'instant' });
    return window.scrollY;
  });
  expect(wanted).toBeGreaterThan(500);
  // Growing is what makes a page that is arriving scroll again.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const more = document.createElement('div');
        more.style.blockSize = '300px';
        document.body.append(more);
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  expect(await page.evaluate(() => window.scrollY)).toBe(wanted);
});

test('the theme follows the system until one is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./#/nowhere');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).not.toBe(dark);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(paper).toBe(dark);
});

/** How many bars of the page show, and those that have the ground of the paper: nobody sees how long they are. */
function barsOf(page: Page): Promise<{ readonly count: number; readonly lost: readonly string[] }> {
  return page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const bars = [...document.querySelectorAll<HTMLElement>('main [style*="inline-size"][style*="%"]')].filter(
      (bar) => {
        const { width, height } = bar.getBoundingClientRect();
        return bar.textContent === '' && bar.checkVisibility() && width > 1 && height > 1 && height < 40;
      },
    );
    const isLost = (bar: Element) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(bar);
      return backgroundImage === 'none' && [paper, 'rgba(0, 0, 0, 0)'].includes(backgroundColor);
    };
    return { count: bars.length, lost: bars.filter(isLost).map((bar) => bar.outerHTML.slice(0, 120)) };
  });
}

test('in forced colours the current page, the chosen tab, the chosen segment and each bar have a ground of their own', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./#/shufflenet-v2?on=gpu');
  await expect(page.locator('#units')).toBeVisible();
  const groundOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const tab = await groundOf('[role=tab][aria-selected=true]');
  expect(tab).not.toBe(await groundOf('[role=tab][aria-selected=false]'));
  expect(await groundOf('main label[data-selected]')).toBe(tab);
  const reveal = page.getByRole('button', { name: 'Show me without guessing' });
  await expect(async () => {
    if ((await reveal.count()) > 0) await reveal.first().click();
    await expect(reveal).toHaveCount(0, { timeout: 50 });
  }).toPass({ intervals: [10] });
  const onPage = await barsOf(page);
  expect(onPage.lost).toEqual([]);
  expect(onPage.count).toBeGreaterThan(20);
  await page.goto('./#/networks');
  await expect.poll(() => groundOf('[aria-label=Pages] [aria-current=page]')).toBe(tab);
  expect((await barsOf(page)).lost).toEqual([]);
});

test.describe('a page that fails to download', () => {
  test.use({ expectedErrors: [/./] });

  test('shows a message, and the rest of the app keeps working', async ({ page }) => {
    await page.goto('./#/nowhere');
    await page.route('**/*StartPage*', (route) => route.abort());
    await page.getByRole('banner').getByRole('link', { name: 'Featherweight' }).click();
    await expect(page.getByRole('alert')).toContainText('This page stopped working.');
    await expect(page.getByRole('banner')).toBeVisible();
  });
});

test.describe('a file that is not there', () => {
  test.use({ expectedErrors: [/404/] });

  test('leads to the app from a page of its own', async ({ page }) => {
    await page.goto('./no-such-file');
    await page.getByRole('link', { name: 'Open Featherweight' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How small can a network be and still see?');
  });
});
