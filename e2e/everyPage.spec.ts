import type { Page } from '@playwright/test';
import { openSlowly } from './fixtures/openSlowly';
import { overlay } from './live/livePage';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

/** How much of the window may move while a page opens, summed over all its shifts (web.dev/articles/cls). */
const shiftBudget = 0.02;

/** The most sheets of A4 that each page may take: a chapter with its questions and exercises, answers to follow. */
const sheetBudgets: Readonly<Record<string, number>> = {
  '#/counting': 9,
  '#/squeezenet': 8,
  '#/xception': 8,
  '#/mobilenet-v1': 7,
  '#/shufflenet-v1': 9,
  '#/mobilenet-v2': 8,
  '#/shufflenet-v2': 12,
  '#/mobilenet-v3': 10,
  '#/efficientnet-lite0': 5,
  '#/summary': 5,
  '#/teach': 7,
  // With a stored example.
  '#/layers': 4,
};

// The laptop's story opens the same pages; what shifts does so in both, so far.
test('nothing on any page jumps while it opens on a phone', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const shifts = new Map<string, number>();
  for (const address of await everyAddress(page)) shifts.set(address, await shiftOf(page, address));
  expectStill(shifts);
});

test('nothing jumps on a laptop either, and every bench fits its window', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const shifts = new Map<string, number>();
  const tall: string[] = [];
  for (const address of await everyAddress(page)) {
    shifts.set(address, await shiftOf(page, address));
    tall.push(...(await tallBenches(page)).map((bench) => `${address}: ${bench}`));
  }
  expectStill(shifts);
  expect(tall, 'a figure, its controls and its costs are in view together').toEqual([]);
});

test('every page prints whole on few sheets', { tag: '@thorough' }, async ({ page }) => {
  const sheets = new Map<string, number>();
  const faults: string[] = [];
  for (const address of await everyAddress(page)) {
    await page.setViewportSize({ width: 1280, height: 720 });
    await shiftOf(page, address);
    sheets.set(address, await sheetsOf(page));
    await page.setViewportSize({ width: textOfSheet, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    faults.push(...(await faultsOnPaper(page, textOfSheet)).map((fault) => `${address}: ${fault}`));
    await page.emulateMedia({ media: null });
  }
  expect(faults).toEqual([]);
  const list = linesOf(sheets);
  test.info().annotations.push({ type: 'sheets of A4', description: list });
  const over = [...sheets].filter(([address, count]) => count > (sheetBudgets[address] ?? 3));
  expect(over, list).toEqual([]);
});

async function shiftOf(page: Page, address: string): Promise<number> {
  const shift = await openSlowly(page, address);
  if (address === '#/')
    await expect(page.getByRole('region', { name: 'What the network sees' })).toContainText(' ms', { timeout: 90_000 });
  if (address === '#/live') await expect(overlay(page)).toBeVisible({ timeout: 90_000 });
  if (address === '#/race') await expect(page.getByRole('figure').getByRole('img')).toBeVisible({ timeout: 90_000 });
  return shift();
}

function expectStill(shifts: ReadonlyMap<string, number>): void {
  const list = linesOf(shifts);
  test.info().annotations.push({ type: 'layout shift', description: list });
  expect(shifts.size, 'pages are seen at all').toBeGreaterThan(15);
  expect(Math.max(...shifts.values()), list).toBeLessThan(shiftBudget);
}

function linesOf(figures: ReadonlyMap<string, number>): string {
  return [...figures].map(([address, figure]) => `${address} ${String(Number(figure.toFixed(4)))}`).join('\n');
}

/** Width of A4 within margins of 12 mm, in CSS px. */
const textOfSheet = 703;

async function sheetsOf(page: Page): Promise<number> {
  const margin = '12mm';
  const pdf = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Px below the header of a window of 1280 x 720. */
const roomForBench = 664;

/** Figures with controls that are higher than the window, once all answers are shown: title and height of each. */
async function tallBenches(page: Page): Promise<readonly string[]> {
  const shown = page.getByRole('button', { name: 'Show me without guessing' });
  // An answer may bring the next question with it, and a figure its own once it is loaded.
  await expect(async () => {
    if ((await shown.count()) > 0) await shown.first().click();
    await expect(shown).toHaveCount(0, { timeout: 50 });
  }).toPass({ intervals: [10], timeout: 60_000 });
  return page.locator('[data-workbench]').evaluateAll(
    (benches, room) =>
      benches
        .map((bench) => ({ height: bench.getBoundingClientRect().height, words: bench.textContent.slice(0, 40) }))
        .filter(({ height }) => height > room)
        .map(({ height, words }) => `${words}: ${String(Math.round(height))} px`),
    roomForBench,
  );
}

/** What is beyond the right edge of a sheet, and controls that only a screen has, as the words of each element. */
function faultsOnPaper(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate((edge) => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (element) => element.closest('.katex-mathml') === null && element.checkVisibility(),
      );
    const cut = seen('main :is(p, th, td, li, dd, dt, svg, span, h2, h3)').filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > edge + 1;
    });
    const controls = seen(
      "[data-exports], button[data-command]:not([aria-pressed]), #root > header a, nav a, input[type='range']",
    );
    const words = (element: Element) => `${element.tagName} ${element.textContent.slice(0, 40)}`;
    return [...cut.map((each) => `cut: ${words(each)}`), ...controls.map((each) => `a control: ${words(each)}`)];
  }, width);
}

/** The addresses of all pages: the first one, and those that the menu of a narrow window lists. */
async function everyAddress(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/nowhere');
  await page.getByRole('button', { name: 'Menu' }).click();
  const links = page.getByRole('dialog').getByRole('link');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  if (size !== null) await page.setViewportSize(size);
  return [...new Set(['#/', ...addresses])];
}
