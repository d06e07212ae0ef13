import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { staticHost } from '../fixtures/staticHost';
import { expect, test } from '../fixtures/test';
import { expectEspresso, expectNamed } from '../live/livePage';

test.use({
  serviceWorkers: 'allow',
  camera: 'absent',
  webGpu: 'off',
  // The browser logs every file that it cannot revalidate.
  expectedErrors: [/net::ERR_CONNECTION_REFUSED/],
});

test('the app runs from a plain host under a sub-path and, once visited, without the network', async ({ page }) => {
  const host = await staticHost('dist', '/lessons/featherweight/');
  await page.goto(`${host.url}#/live`);
  await expectEspresso(page);
  // The first visit ends when the app itself is cached.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await host.stop();

  await page.reload();
  await expectEspresso(page);
  // The host sends no headers; the service worker adds them, and WebAssembly may use threads.
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  await page.getByRole('button', { name: 'Cat' }).click();
  await expectNamed(page, { not: 'espresso' });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});
