import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, overlay } from '../live/livePage';

test.use({ camera: { shows: 'public/samples/coffee.png' }, webGpu: 'off' });

test('Look inside shows the tensors of the running network, in grey and by group', async ({ page }) => {
  await page.goto('./#/?source=camera&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  await page.getByText('Look inside').click();
  const sheet = page.getByRole('img', { name: /feature maps/ });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  expect(await coloursOf(page)).toMatchObject({ isGrey: true, isFlat: false });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /Tensor$/ }).click();
  // As in the paper, the first unit's first convolution is not grouped, so its shuffle has no groups to show.
  await page
    .getByRole('option', { name: /shuffle/ })
    .nth(1)
    .click();
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await page.getByText('By group').click();
  await expect.poll(async () => (await coloursOf(page)).isGrey).toBe(false);
  await expectEspresso(page);
});

test('frames keep coming during Look inside', async ({ page }) => {
  await page.goto('./#/?source=camera&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  const without = await framesPerSecond(page);
  await page.getByText('Look inside').click();
  await expect(page.getByRole('img', { name: /feature maps/ })).toBeVisible({ timeout: 30_000 });
  const during = await framesPerSecond(page);
  const words = `frames shown per second: ${String(without)}, with Look inside ${String(during)}`;
  test.info().annotations.push({ type: 'measured', description: words });
  process.stdout.write(`    ${words}\n`);
  expect(during).toBeGreaterThan(0);
});

/** The overlay's figure after some seconds, when it is about the present. */
async function framesPerSecond(page: Page): Promise<number> {
  await openLatency(page);
  await page.waitForTimeout(5000);
  const [, figure] = /frames shown per second\s*([\d.]+)/.exec(await overlay(page).innerText()) ?? [];
  return Number(figure);
}

/** Whether the sheet is all grey, and whether it is nearly uniform. */
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
