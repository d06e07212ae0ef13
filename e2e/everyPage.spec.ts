import type { Page } from '@playwright/test';
import { openSlowly } from './fixtures/openSlowly';
import { overlay } from './live/livePage';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

const sizes = [
  { what: 'a phone', width: 390, height: 844 },
  { what: 'a laptop', width: 1280, height: 720 },
];

/** How much of the window may move while a page opens, summed over all its shifts (web.dev/articles/cls). */
const shiftBudget = 0.02;

for (const { what, width, height } of sizes) {
  test(`nothing on any page jumps while it opens on ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const shifts = new Map<string, number>();
    for (const address of await everyAddress(page)) {
      const shiftOf = await openSlowly(page, address);
      if (address === '#/') await expect(overlay(page)).toBeVisible({ timeout: 90_000 });
      if (address === '#/race')
        await expect(page.getByRole('figure').getByRole('img')).toBeVisible({ timeout: 90_000 });
      shifts.set(address, await shiftOf());
    }
    const list = [...shifts].map(([address, shift]) => `${address} ${shift.toFixed(4)}`);
    test.info().annotations.push({ type: `layout shift on ${what}`, description: list.join('\n') });
    expect(shifts.size, 'pages are seen at all').toBeGreaterThan(15);
    expect(Math.max(...shifts.values()), list.join('\n')).toBeLessThan(shiftBudget);
  });
}

/** The addresses of all pages, as the menu of a narrow window lists them. */
async function everyAddress(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/nowhere');
  await page.getByRole('button', { name: 'Menu' }).click();
  const links = page.getByRole('dialog').getByRole('link');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  if (size !== null) await page.setViewportSize(size);
  return [...new Set(addresses)];
}
