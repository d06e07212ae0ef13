import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso } from '../live/livePage';

test.use({ webGpu: 'off', expectedErrors: [/Failed to load resource/] });

const name = 'Some of what this browser keeps for the app cannot be used.';
const notice = (page: Page) => page.getByRole('status').filter({ hasText: name });

/** Runs in the page: puts garbage under every key, into every cache and into every database that the app uses. */
async function poison(): Promise<void> {
  for (const key of ['theme', 'lang']) localStorage.setItem(`featherweight.${key}`, '{"garbage":');
  localStorage.setItem('featherweight.collected', 'garbage');
  for (const key of ['layers', 'bench', 'guidelines'])
    localStorage.setItem(`featherweight.measured.${key}`, '{"results":[1]}');
  const weights = new URL('weights/', location.href).href;
  const own = await caches.open('own-networks');
  const garbage = () => new Response('<html>garbage', { headers: { 'x-kept': '' } });
  for (const file of ['manifest.json', 'labels.json', 'weights.safetensors']) {
    for (const folder of ['own-bad', 'efficientnet-lite0-imagenet'])
      await own.put(`${weights}${folder}/${file}`, garbage());
  }
  await own.put(`${weights}own-half/weights.safetensors`, garbage());
  await own.put(`${weights}index.json`, garbage());
  const served = await caches.open('weights');
  for (const file of ['index.json', 'squeezenet-everyday64/manifest.json', 'squeezenet-everyday64/labels.json'])
    await served.put(`${weights}${file}`, garbage());
  await (await caches.open('downloads')).put('https://download.pytorch.org/models/net.pth?part=0', garbage());
  const stored = (database: string, version: number, store: string) =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(database, version);
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onerror = () => {
        reject(new Error(database));
      };
      request.onsuccess = () => {
        const transaction = request.result.transaction(store, 'readwrite');
        for (const [key, value] of Object.entries({ a: 'garbage', b: { text: '{', order: 1 }, c: { timesMs: null } }))
          transaction.objectStore(store).put(value, key);
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
  await stored('featherweight', 3, 'tunedKernels');
  await stored('featherweight.results', 1, 'results');
}

test('with garbage in every place where the app keeps something, every page works, and names it', async ({ page }) => {
  // Not a page of the app, which would look through what is kept while that is being spoiled.
  await page.goto('./icon.svg');
  await page.evaluate(poison);
  await page.goto('./#/collect');
  await expect(page.getByText('4 stored entries are not results and were set aside.')).toBeVisible();
  await expect(page.getByText('No results yet.')).toBeVisible();
  await expect(notice(page)).toContainText('The network own-bad is broken.');
  await expect(notice(page)).toContainText('The network own-half was kept only in part, and is removed.');
  await expect(notice(page)).toContainText('Of the results kept by Benchmark, one or more cannot be read.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete what was set aside' }).click();
  await expect(page.getByText('were set aside.')).toHaveCount(0);

  await page.goto('./#/race');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('./#/networks');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('./#/live');
  await expectEspresso(page);
  await expect(notice(page)).toContainText('The network own-bad is broken.');

  await expect(notice(page).getByRole('button', { name: /^Forget/ })).not.toHaveCount(0);
  for (;;) {
    const buttons = notice(page).getByRole('button');
    const count = await buttons.count();
    if (count === 0) break;
    await buttons.first().click();
    await expect(buttons).toHaveCount(count - 1);
  }
  await page.reload();
  await expectEspresso(page);
  await expect(notice(page)).toHaveCount(0);
});

test('results stored by a newer version are told as that on Collect, and forgotten when asked', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page.evaluate(() => void indexedDB.open('featherweight.results', 99));
  await page.goto('./#/collect');
  await page.reload();
  await expect(page.getByText('The results were stored by a newer version of this app.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete the stored results' }).click();
  await expect(page.getByText('The results were stored by a newer version of this app.')).toHaveCount(0);
});

test('a browser that throws on every access to its storage still runs, and Collect says so', async ({ page }) => {
  await page.addInitScript(() => {
    for (const place of ['localStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, place, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto('./#/collect');
  await expect(page.getByText('This browser stores nothing for this page.')).toBeVisible();
  await page.goto('./#/live');
  await expectEspresso(page);
});
