import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, overlay, topFive } from './livePage';

test.use({ camera: 'absent', webGpu: 'off' });

const scrolls = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

test('Live fits: the picture, its label, the latency and the sources are in view without scrolling, and nothing moves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#/live');
  await expectEspresso(page);
  const seen: readonly Locator[] = [
    page.getByRole('img', { name: 'The photo that the network is looking at' }),
    topFive(page).first(),
    overlay(page),
    page.getByRole('group', { name: 'Picture', exact: true }),
  ];
  const desk: readonly Locator[] = [
    topFive(page).nth(3),
    page.getByRole('button', { name: /Network$/ }),
    page.getByRole('button', { name: 'Look inside' }),
    page.getByRole('button', { name: 'Settings' }),
  ];
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    for (const each of [...seen, ...desk]) await expect(each).toBeInViewport({ ratio: 1 });
    expect(await scrolls(page), `px to scroll at ${size.width}`).toBe(0);
  }
  const strip = page.getByRole('img', { name: /^Feature maps from/ });
  await expect(strip).toBeInViewport({ ratio: 1, timeout: 60_000 });
  // The label of another picture, of another length, leaves everything where it was.
  const barTop = () =>
    topFive(page)
      .nth(1)
      .evaluate((row) => row.getBoundingClientRect().top);
  const before = await barTop();
  await page.getByRole('button', { name: 'Cat' }).click();
  await expect(topFive(page).first()).not.toContainText('espresso');
  expect(await barTop()).toBe(before);
  await openLatency(page);
  await expect(overlay(page).getByText('inference', { exact: true })).toBeInViewport({ ratio: 1 });
  expect(await scrolls(page), 'px to scroll with the latency open').toBe(0);

  await page.setViewportSize({ width: 390, height: 844 });
  for (const each of seen) await expect(each).toBeInViewport({ ratio: 0.99 });
});
