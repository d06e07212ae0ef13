import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './fixtures/test';

/**
 * Budgets for the JavaScript of a visit, in gzipped bytes. They must not grow.
 *
 * `beforePaint` is what a first visitor waits for: every script requested before the first frame with the page's heading,
 * the picture's place, the choice of pictures and the five guesses. `atRest` is all that the page has loaded, untouched,
 * when the network is idle: on the start page, where the lab runs by itself, also the lab's settings and its latency
 * overlay. Both are in English; Chinese adds its catalogue. Scripts of workers do not count: tfjs and the kernels load
 * there, with the first network.
 */
const visits = [
  { what: 'the app without a page', address: './#/nowhere', beforePaint: 135_000, atRest: 135_000 },
  { what: 'the start page', address: './', beforePaint: 195_000, atRest: 276_000 },
];

type Script = { readonly name: string; readonly bytes: number; readonly isTfjs: boolean; readonly isFirst: boolean };

/** Every script that the page has loaded when it comes to rest; `isFirst`: requested before the first paint. */
async function scriptsOf(page: Page, address: string): Promise<readonly Script[]> {
  const responses = new Map<string, Response>();
  page.on('response', (response) => responses.set(response.url(), response));
  await page.addInitScript(markFirstPaint);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The start page has come to rest when the photo has its latency overlay.
  if (address === './') await expect(page.getByRole('group', { name: 'Latency' })).toBeVisible({ timeout: 90_000 });
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() => {
    const [painted] = performance.getEntriesByName('page painted');
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js') && !name.includes('engineWorker'))
      .map(({ name, startTime }) => ({ url: name, isFirst: startTime < (painted?.startTime ?? Infinity) }));
  });
  return Promise.all(
    loaded.map(async ({ url, isFirst }) => {
      const body = (await responses.get(url)?.body()) ?? Buffer.alloc(0);
      const isTfjs = body.includes('Emscripten') || body.includes('registerKernel');
      return { name: new URL(url).pathname, bytes: gzipSync(body).length, isTfjs, isFirst };
    }),
  );
}

/** Runs in the page: marks the start of the frame that paints the first heading. */
function markFirstPaint(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector('main h1') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => performance.mark('page painted'));
  }).observe(document, { childList: true, subtree: true });
}

function totalOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

for (const { what, address, beforePaint, atRest } of visits) {
  test(`${what} loads less than ${beforePaint / 1000} kB of compressed JavaScript before it is painted, ${atRest / 1000} kB in all, and nothing of tfjs`, async ({
    page,
  }) => {
    const scripts = await scriptsOf(page, address);
    const list = scripts.map(({ name, bytes, isFirst }) => `${isFirst ? '*' : ' '} ${name} ${bytes}`).join('\n');
    const first = scripts.filter(({ isFirst }) => isFirst);
    expect(totalOf(first), 'scripts are seen at all').toBeGreaterThan(50_000);
    expect(scripts.filter(({ isTfjs }) => isTfjs)).toEqual([]);
    expect(totalOf(first), list).toBeLessThan(beforePaint);
    expect(totalOf(scripts), list).toBeLessThan(atRest);
  });
}
