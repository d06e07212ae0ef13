import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './fixtures/test';

/** What the app itself, without any of its pages, may load of JavaScript, compressed as every static host does it. */
const appBudgetBytes = 132_000;

/** The same with the start page, whose choosers of network, camera and device are react-aria's. Not to grow. */
const startBudgetBytes = 297_000;

type Script = { readonly name: string; readonly bytes: number; readonly isTfjs: boolean };

/** Every script that the page itself has loaded once it has come to rest; a worker's own are not among them. */
async function scriptsOf(page: Page, address: string): Promise<readonly Script[]> {
  const responses = new Map<string, Response>();
  page.on('response', (response) => responses.set(response.url(), response));
  await page.goto(address);
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = [...new Set(urls)].filter((url) => url.endsWith('.js') && !url.includes('engineWorker'));
  return Promise.all(
    scripts.map(async (url) => {
      const body = (await responses.get(url)?.body()) ?? Buffer.alloc(0);
      const isTfjs = body.includes('Emscripten') || body.includes('registerKernel');
      return { name: new URL(url).pathname, bytes: gzipSync(body).length, isTfjs };
    }),
  );
}

const visits = [
  { what: 'the app without a page', address: './#/nowhere', budgetBytes: appBudgetBytes },
  { what: 'the start page', address: './', budgetBytes: startBudgetBytes },
];

for (const { what, address, budgetBytes } of visits) {
  test(`${what} loads less than ${budgetBytes / 1000} kB of compressed JavaScript, and nothing of tfjs`, async ({
    page,
  }) => {
    const scripts = await scriptsOf(page, address);
    const list = scripts.map(({ name, bytes }) => `${name} ${bytes}`).join('\n');
    const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, 'scripts are seen at all').toBeGreaterThan(50_000);
    expect(scripts.filter(({ isTfjs }) => isTfjs)).toEqual([]);
    expect(total, list).toBeLessThan(budgetBytes);
  });
}
