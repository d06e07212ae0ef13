import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './fixtures/test';

/**
 * Budgets for the JavaScript of a visit, in gzipped bytes. They must not grow.
 *
 * `beforePaint` is what a first visitor waits for: every script requested before the first frame with the page's heading,
 * the picture's place and that of the answer. `atRest` is all that the page has loaded, untouched, when the network is
 * idle: on the start page also the course and the tour, in the lab its settings and its latency overlay. Both are in
 * English; Chinese adds its catalogue. Scripts of workers do not count: tfjs and the kernels load there, with the first
 * network. 5 kB of the app are the names of the parts that its pages load, which are fetched together with a page.
 */
const visits = [
  { what: 'the app without a page', address: './#/nowhere', beforePaint: 150_500, atRest: 150_500 },
  { what: 'the start page', address: './', beforePaint: 195_000, atRest: 283_000 },
  { what: 'the lab', address: './#/live', beforePaint: 211_000, atRest: 283_000 },
];

type Script = { readonly name: string; readonly bytes: number; readonly isTfjs: boolean; readonly isFirst: boolean };

/** Every script that the page has loaded when it comes to rest; `isFirst`: requested before the first paint. */
async function scriptsOf(page: Page, address: string): Promise<readonly Script[]> {
  const responses = new Map<string, Response>();
  page.on('response', (response) => responses.set(response.url(), response));
  await page.addInitScript(markFirstPaint);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A page that runs a network has come to rest when it says how long that took.
  const time = address === './' ? page.getByText(/ms on this device/) : page.getByRole('group', { name: 'Latency' });
  if (!address.includes('nowhere')) await expect(time).toBeVisible({ timeout: 90_000 });
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() => {
    const [painted] = performance.getEntriesByName('page painted');
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, startTime }) => ({ url: name, isFirst: startTime < (painted?.startTime ?? Infinity) }));
  });
  // The page's timeline has the scripts that its worker starts with, too: those that both need are there twice.
  const ofWorker = workerParts(loaded.map(({ url }) => url));
  const ofPage = loaded.filter(({ url }) => !ofWorker.delete(url));
  return Promise.all(
    ofPage.map(async ({ url, isFirst }) => {
      const body = (await responses.get(url)?.body()) ?? Buffer.alloc(0);
      const isTfjs = body.includes('Emscripten') || body.includes('registerKernel');
      return { name: new URL(url).pathname, bytes: gzipSync(body).length, isTfjs, isFirst };
    }),
  );
}

/** The scripts that the engine's worker imports before it runs, as addresses, and its own. */
function workerParts(urls: readonly string[]): Set<string> {
  const parts = new Set<string>();
  const add = (file: string): void => {
    if (parts.has(file)) return;
    parts.add(file);
    const text = readFileSync(`dist/assets/${file}`, 'utf8');
    for (const [, part = ''] of text.matchAll(/(?:from|import) *["`]\.\/([^"`]+\.js)["`]/g)) add(part);
  };
  const worker = urls.find((url) => url.includes('/engineWorker-'));
  if (worker !== undefined) add(basename(worker));
  return new Set(urls.filter((url) => parts.has(basename(url))));
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

/** Budget for what a first visit keeps for visits without a network, in bytes before compression. */
const keptBytes = 6_450_000;

test(`the service worker keeps less than ${keptBytes / 1e6} MB, each file once`, () => {
  // The minifier writes the list as one text.
  const [, list = ''] = /files:`([^`]*)`/.exec(readFileSync('dist/sw.js', 'utf8')) ?? [];
  const files = list.split(',');
  const contents = files.map((file) => readFileSync(join('dist', file)));
  const total = contents.reduce((sum, bytes) => sum + bytes.length, 0);
  expect(files).toEqual(expect.arrayContaining(['index.html', 'icon.svg', 'samples/coffee.webp']));
  expect(new Set(contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(files.length);
  // A chunk that two workers had each for themselves would differ in the names of its imports alone.
  const programs = readdirSync('dist/assets').filter((file) => file.endsWith('.js'));
  const named = (start: string): number => programs.filter((file) => file.startsWith(`${start}-`)).length;
  expect([named('webgpuDevice'), named('webgpuExecutor'), named('tfjsExecutor')]).toEqual([1, 1, 1]);
  test.info().annotations.push({ type: 'kept', description: `${files.length} files, ${(total / 1e6).toFixed(2)} MB` });
  expect(total).toBeLessThan(keptBytes);
});
