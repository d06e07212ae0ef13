import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { expectEspresso, expectNamed } from './live/livePage';

test.use({ camera: 'absent', webGpu: 'off' });

const seen = (page: Page) => page.getByRole('region', { name: 'What the network sees' });

test('the first page names its photo, says how long that took, and has three ways in', async ({ page }) => {
  await page.goto('./');
  await expect(seen(page)).toContainText('espresso', { timeout: 90_000 });
  await expect(seen(page)).toContainText(/\d ms on this device, by EfficientNet-Lite0 on WebAssembly/);
  const doors = page.getByRole('navigation', { name: 'Where to begin' });
  await expect(doors.getByRole('link')).toHaveCount(3);
  for (const door of await doors.getByRole('link').all()) await expect(door).toBeInViewport();
  const course = page.getByRole('region', { name: 'Eight networks, one argument' });
  await expect(course.getByRole('listitem')).toHaveCount(8);
  await expect(course.getByRole('listitem').nth(3)).toContainText('137 M multiply-adds');

  // The card is a link as a whole.
  await doors.getByText('Point your camera at something.').click({ force: true });
  await expect(page).toHaveURL(/#\/live$/);
  await expectEspresso(page);
});

test('links from when the lab was the first page still open it as they were', async ({ page }) => {
  await page.goto('./#/?source=chelsea&net=shufflenet-v2-everyday64');
  await expect(page).toHaveURL(/#\/live\?source=chelsea&net=shufflenet-v2-everyday64$/);
  await expectNamed(page, { not: 'espresso' });
  await expect(page.getByRole('button', { name: /^ShuffleNet V2.*Network$/ })).toBeVisible();
  await page.goto('./?lang=zh#/?backend=wasm');
  await expect(page).toHaveURL(/\?lang=zh#\/live\?backend=wasm$/);
  await expect(page).toHaveTitle('实时识别 · Featherweight');
});

test('Enter alone leads through the tour, figure by figure, and Escape leaves it', async ({ page }) => {
  await page.goto('./?lang=en#/?at=tour');
  await page.getByRole('link', { name: 'Take the tour' }).press('Enter');
  const tour = page.getByRole('region', { name: 'Ten-minute tour' });
  const place = (): string => new URLSearchParams(page.url().split('?').at(-1)).get('at') ?? '';
  for (let number = 1; number <= 10; number += 1) {
    await expect(tour).toContainText(`${number} of 10`);
    await expect(page).toHaveURL(new RegExp(`[?&]tour=${number}\\b`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (number < 10) await expect(page.locator(`#${place()}`)).toBeInViewport();
    const main = tour.getByRole('button').filter({ hasNotText: 'Back' }).first();
    await expect(main).toBeFocused();
    const before = await main.textContent();
    if (before !== 'Next figure' && number < 10) {
      await page.keyboard.press('Enter');
      await expect(main).toHaveText('Next figure');
    }
    if (number < 10) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await expect(page).toHaveURL(/#\/race$/);
});
