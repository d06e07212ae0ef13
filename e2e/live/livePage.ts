import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/test';

/** The network's five best guesses, best first. */
export function topFive(page: Page): Locator {
  return page.getByRole('region', { name: /Top five|前五名/ }).getByRole('listitem');
}

/** The latency line below the picture, with its parts where they are open. */
export function overlay(page: Page): Locator {
  return page.getByRole('group', { name: /^(Latency|延迟)$/ });
}

/** Opens the parts of the latency, as a press of its line does, where they are not open. */
export async function openLatency(page: Page): Promise<void> {
  const line = overlay(page).getByRole('button', { name: /^(end to end|端到端)/ });
  await expect(line).toBeVisible({ timeout: 60_000 });
  if ((await line.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('l');
  await expect(line).toHaveAttribute('aria-expanded', 'true');
}

/** Opens a panel of the page by its button, where it is not open. */
export async function openPanel(page: Page, name: 'Network' | 'Settings' | 'Share result' | '网络'): Promise<Locator> {
  const panel = page.getByRole('dialog', { name, exact: true });
  const button = page.getByRole('button', { name: new RegExp(`${name}$`) });
  await expect(button).toBeVisible();
  if ((await panel.count()) === 0) await button.click();
  await expect(panel).toBeVisible();
  return panel;
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
