import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { expectEspresso, overlay, expectNamed, topFive } from './livePage';

test.use({ camera: 'absent', webGpu: 'off' });

test('the keyboard reaches and uses everything on the page', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, 'Cat');
  await page.keyboard.press('Enter');
  await expectNamed(page, { not: 'espresso' });

  await tabTo(page, 'Network');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Network$/ })).toBeFocused();

  await tabTo(page, 'Settings');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Latency below the picture');
  await page.keyboard.press('Space');
  await expect(overlay(page)).toBeHidden();
  await page.keyboard.press('Space');
  await expect(overlay(page)).toBeVisible();

  await tabTo(page, 'Automatic');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'WebAssembly' })).toBeChecked();
  await expect(page).toHaveURL(/backend=wasm/);
  await expectNamed(page, { not: 'espresso' });
});

test('the latency opens where the focus is, F fills the screen with the picture and its label, and Escape ends both', async ({
  page,
}) => {
  await page.goto('./#/live?source=chelsea');
  await expectNamed(page, { not: 'espresso' });
  await tabTo(page, 'end to end');
  const part = overlay(page).getByText('preprocess', { exact: true });
  await expect(part).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(part).toBeHidden();

  await page.keyboard.press('f');
  const picture = page.getByRole('img', { name: 'The photo that the network is looking at' });
  const isWindow = () =>
    picture.evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width === window.innerWidth && height > window.innerHeight * 0.9;
    });
  await expect.poll(isWindow).toBe(true);
  await expect(topFive(page).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Camera' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect.poll(isWindow).toBe(false);
  await expect(page.getByRole('button', { name: 'Camera' })).toBeVisible();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(isWindow).toBe(true);
});

test('language and theme are chosen with the keyboard and stored', async ({ page }) => {
  await page.goto('./#/live?source=chelsea');
  await page.getByRole('button', { name: '简体中文' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('网络看到了什么？');
  await expect(page).toHaveTitle('实时识别 · Featherweight');
  // The language comes before the hash, the page's own choices after it.
  await expect(page).toHaveURL(/\?lang=zh#\/live\?source=chelsea$/);

  await page.getByRole('button', { name: /^主题/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: '跟随系统' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: '猫' })).toHaveAttribute('aria-pressed', 'true');
});

/** Presses Tab until the focused element has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const focused = await page.locator(':focus').evaluateAll(namesOf);
    if (focused.some((text) => text.includes(name))) return;
  }
  throw new Error(`tabTo: nothing with this name takes the focus (wanted ${name})`);
}

/** Runs in the page: roughly each element's name, from its label, its labels' text and its own text. */
function namesOf(elements: readonly Element[]): readonly string[] {
  return elements.map((element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const labelIds = (element.getAttribute('aria-labelledby') ?? '').split(' ');
    const labelled = labelIds.map((id) => document.getElementById(id)?.textContent ?? '');
    return [
      element.getAttribute('aria-label') ?? '',
      ...labelled,
      ...labels.map((label) => label.textContent),
      element.textContent,
    ]
      .join(' ')
      .trim();
  });
}
