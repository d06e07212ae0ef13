import type { Locator } from '@playwright/test';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { build, preview, type PreviewServer } from 'vite';
import { expectGoodLooksNow } from './fixtures/expectGoodLooks';
import { expect, test } from './fixtures/test';
import { linguiMacros } from '../tools/linguiMacros';

// The controls that all pages share, each once on a page of their own.

let server: PreviewServer;
let address: string;

test.beforeAll(async () => {
  const outDir = test.info().outputPath('gallery');
  const shared = {
    root: 'e2e/controls',
    configFile: false,
    logLevel: 'warn',
    build: { outDir, target: 'es2023' },
  } as const;
  await build({ ...shared, base: './', plugins: [linguiMacros(), lingui(), react()] });
  server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
  address = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
  await server.close();
});

test.beforeEach(async ({ page }) => {
  await page.goto(address);
});

test('the keyboard reaches every control, in reading order', async ({ page }) => {
  const inOrder = [
    page.getByRole('textbox', { name: 'Groups' }),
    page.getByRole('slider', { name: 'Groups' }),
    page.getByRole('textbox', { name: 'Width' }),
    page.getByRole('slider', { name: 'Width' }),
    page.getByRole('radio', { name: 'None' }),
    page.getByRole('switch', { name: 'Channel shuffle' }),
    page.getByRole('button', { name: /Network/ }),
    page.getByRole('tab', { name: 'Formula' }),
    page.getByRole('button', { name: '3,504,872' }),
    page.getByRole('button', { name: '300,774,272' }),
    page.getByRole('button', { name: 'SVG' }),
    page.getByRole('group', { name: 'A wide picture' }),
    page.getByRole('button', { name: 'Copy link' }),
  ];
  // Tab does nothing before the controls are there.
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  for (const control of inOrder) {
    await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
  }
});

test('a slider steps through legal values and announces them', async ({ page }) => {
  const slider = page.getByRole('slider', { name: 'Groups' });
  const field = page.getByRole('textbox', { name: 'Groups' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '4');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '8');
  await expect(field).toHaveValue('8');
  await page.keyboard.press('Home');
  await expect(field).toHaveValue('1');
  await field.focus();
  for (const wanted of ['2', '3', '4', '8', '8']) {
    await page.keyboard.press('ArrowUp');
    await expect(field).toHaveValue(wanted);
  }
});

test('a typed number becomes the nearest legal one, with a message', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'Groups' });
  await field.fill('7');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('8');
  await expect(page.getByText('7 is not allowed here; set to 8, the nearest value.')).toBeVisible();
  await expect(values(page.getByTestId('values'))).resolves.toMatchObject({ group: 8 });
  await field.fill('rubbish');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('8');
});

test('a slider follows the mouse, with its value in the same frame', async ({ page }) => {
  const slider = page.getByRole('slider', { name: 'Width' });
  const thumb = await slider.locator('xpath=ancestor::*[contains(@class, "thumb")]').boundingBox();
  if (thumb === null) throw new Error('controls: the slider has no thumb');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y, { steps: 5 });
  await page.mouse.up();
  const { width } = await values(page.getByTestId('values'));
  expect(Number(width)).toBeGreaterThan(1);
  await expect(slider).toHaveAttribute('aria-valuetext', `${String(width)}×`);
});

test('choice, switch, list and tabs work with the keyboard', async ({ page }) => {
  await page.getByRole('radio', { name: 'None' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('switch', { name: 'Channel shuffle' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /Network/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Xception' })).toBeFocused();
  await page.keyboard.press('v');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Formula' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel')).toHaveText('The table');
  await expect(values(page.getByTestId('values'))).resolves.toMatchObject({
    bypass: 'simple',
    isShuffled: false,
    network: 'vgg16',
    tab: 'table',
  });
});

test('the exact number shows on focus, and a file is saved', async ({ page }) => {
  // Tall enough that nothing scrolls, which would close the tooltip.
  await page.setViewportSize({ width: 1000, height: 2000 });
  await page.getByRole('slider', { name: 'Groups' }).focus();
  await page.keyboard.press('Tab');
  await page.getByRole('tab', { name: 'Formula' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText('3,504,872');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'SVG' }).click();
  expect((await download).suggestedFilename()).toBe('picture.svg');
});

test('the address is copied, or shown where copying is forbidden', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('textbox', { name: 'Address of this page' })).toHaveValue(page.url());
});

test('axe finds nothing in either theme, wide and narrow', async ({ page }) => {
  await expectGoodLooksNow(page);
});

/** The values of the gallery's controls. */
async function values(output: Locator): Promise<Readonly<Record<string, unknown>>> {
  const set: unknown = JSON.parse(await output.innerText());
  return typeof set === 'object' ? Object.fromEntries(Object.entries(set ?? {})) : {};
}
