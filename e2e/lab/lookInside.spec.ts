import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso } from '../live/livePage';

test.use({ camera: { shows: 'public/samples/coffee.png' }, webGpu: 'off' });

test('the tensors of the running network are seen on the live frame, in grey and by group', async ({ page }) => {
  await page.goto('./#/?source=camera&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  await page.getByText('Look inside').click();
  const sheet = page.getByRole('img', { name: /feature maps/ });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  expect(await coloursOf(page)).toMatchObject({ isGrey: true, isFlat: false });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /Tensor$/ }).click();
  // The first unit's first convolution is not grouped, as in the paper: there its shuffle has no groups to show.
  await page
    .getByRole('option', { name: /shuffle/ })
    .nth(1)
    .click();
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await page.getByText('By group').click();
  await expect.poll(async () => (await coloursOf(page)).isGrey).toBe(false);
  await expectEspresso(page);
});

/** Whether the sheet has only grey, and whether it is all alike. */
function coloursOf(page: Page) {
  return page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('sheet: not a canvas');
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    const pixels = Array.from({ length: data.length / 4 }, (_, at) => [
      data[at * 4],
      data[at * 4 + 1],
      data[at * 4 + 2],
    ]);
    return {
      isGrey: pixels.every(([red, green, blue]) => red === green && green === blue),
      isFlat: new Set(pixels.map(String)).size < 3,
    };
  });
}
