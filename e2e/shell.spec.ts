import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

test('an address without a page says so and offers a way back', async ({ page }) => {
  await page.goto('./#/nowhere');
  await expect(page.getByText('There is no page at this address.')).toBeVisible();
  await expect(page).toHaveTitle('Page not found · Featherweight');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'the first page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does the network see?');
});

test('focus and title follow to a new page', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Lab' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveTitle('Live · Featherweight');
  await page.goBack();
  await expect(page).toHaveTitle('Page not found · Featherweight');
});

test('the theme follows the system until one is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./#/nowhere');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).not.toBe(dark);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(paper).toBe(dark);
});

test.describe('a page that fails to download', () => {
  test.use({ expectedErrors: [/./] });

  test('shows a message, and the rest of the app keeps working', async ({ page }) => {
    await page.goto('./#/nowhere');
    await page.route('**/*LivePage*', (route) => route.abort());
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Lab' }).click();
    await expect(page.getByRole('alert')).toContainText('This page stopped working.');
    await expect(page.getByRole('banner')).toBeVisible();
  });
});
