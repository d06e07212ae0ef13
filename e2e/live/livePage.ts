import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/test';

/** The network's five best guesses, best first. */
export function topFive(page: Page): Locator {
  return page.getByRole('region', { name: /Top five|前五名/ }).getByRole('listitem');
}

/** The latency overlay on the picture. */
export function overlay(page: Page): Locator {
  return page.getByRole('group', { name: /^(Latency|延迟)$/ });
}

/** Waits until espresso is among the five best guesses. */
export async function expectEspresso(page: Page): Promise<void> {
  await expect(topFive(page).filter({ hasText: 'espresso' })).toHaveCount(1, { timeout: 90_000 });
}

/** Waits until the best guess is something else, so that the previous picture's result is gone. */
export async function expectNamed(page: Page, { not }: { readonly not: string }): Promise<void> {
  await expect(topFive(page).first()).toHaveText(new RegExp(`^(?!.*${not}).*%$`), { timeout: 60_000 });
}

/** Waits until one of the five best guesses matches. */
export async function expectGuesses(page: Page, name: RegExp): Promise<void> {
  await expect(topFive(page).filter({ hasText: name }).first()).toBeVisible({ timeout: 60_000 });
}

/** Waits until one of the three best guesses matches. */
export async function expectInTopThree(page: Page, name: RegExp): Promise<void> {
  await expect
    .poll(async () => (await topFive(page).allInnerTexts()).slice(0, 3).join('\n'), { timeout: 60_000 })
    .toMatch(name);
}

/** Drops files from the desktop onto the picture, all at once. */
export async function dropOnPicture(page: Page, ...paths: readonly string[]): Promise<void> {
  const picture = page.getByRole('img', { name: /that the network is looking at$|^Live picture of the camera$/ });
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 50, (box?.y ?? 0) + 50];
  const browser = await page.context().newCDPSession(page);
  // Events from a script have no permission to drop; these come from the browser itself.
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
  }
}
