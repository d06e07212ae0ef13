import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test';

/** Waits until at least `min` racers see espresso. */
export async function expectEspressoIn(page: Page, min: number): Promise<void> {
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: 'espresso' });
  await expect.poll(() => rows.count(), { timeout: 100_000 }).toBeGreaterThanOrEqual(min);
}

/** End-to-end times in milliseconds of the racers that have one, from the top. */
export async function rankedTimes(page: Page): Promise<readonly number[]> {
  const cells = page.getByRole('table').locator('tbody tr td:nth-child(3)');
  return (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
}
