import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, overlay } from '../live/livePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'off' });

test('Look inside shows the tensors of the running network on the scale of the X-ray, shuffled groups in their colours', async ({
  page,
}) => {
  await page.goto('./#/live?source=camera&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  await page.getByText('Look inside').click();
  const sheet = page.getByRole('slider', { name: /feature maps/ });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  expect(await coloursOf(sheet.locator('canvas'))).toMatchObject({ isGrey: false, isFlat: false });
  expect(await accessibilityFaults(page)).toEqual([]);
  const tensors = page.getByRole('list', { name: 'Tensors by part of the network' });
  await tensors.getByRole('button', { name: /^stage2/ }).click();
  // As in the paper, the first unit's first convolution is not grouped, so its shuffle has no groups to show.
  await tensors
    .getByRole('button', { name: /shuffle/ })
    .nth(1)
    .click();
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => coloursOf(sheet.locator('canvas'))).toMatchObject({ isGrey: false, isFlat: false });
  await expectEspresso(page);
});

test('a map is enlarged under the pointer, by a press and by its number, and the classifier is bars with names', async ({
  page,
}) => {
  await page.goto('./#/live?source=coffee&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  await page.getByText('Look inside').click();
  const sheet = page.getByRole('slider', { name: /feature maps/ });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('img', { name: 'Channel 0, enlarged' })).toBeVisible();
  await sheet.click({ position: { x: 5, y: 5 } });
  const box = await sheet.boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 8, (box?.y ?? 0) + 8);
  await expect(page.getByRole('img', { name: 'Channel 0, enlarged' })).toHaveCount(0);
  await page.mouse.move(0, 0);
  await expect(page.getByRole('img', { name: 'Channel 0, enlarged' })).toBeVisible();
  await page.getByRole('slider', { name: 'Channel' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('img', { name: 'Channel 1, enlarged' })).toBeVisible();
  const tensors = page.getByRole('list', { name: 'Tensors by part of the network' });
  await tensors.getByRole('button', { name: /^classifier/ }).click();
  await tensors.getByRole('button', { name: /64$/ }).last().click();
  const bars = page.getByRole('list', { name: /the most likely outputs/ }).getByRole('listitem');
  await expect(bars).toHaveCount(10);
  await expect(bars.filter({ hasText: 'espresso' })).toHaveCount(1);
});

test('frames keep coming during Look inside', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('./#/live?source=camera&net=shufflenet-v1-everyday64');
  await expectEspresso(page);
  const without = await framesPerSecond(page);
  await page.getByText('Look inside').click();
  await expect(page.getByRole('slider', { name: /feature maps/ })).toBeVisible({ timeout: 30_000 });
  const during = await framesPerSecond(page);
  const words = `frames per second: ${String(without)}, with Look inside ${String(during)}`;
  test.info().annotations.push({ type: 'measured', description: words });
  process.stdout.write(`    ${words}\n`);
  expect(during).toBeGreaterThan(0);
});

test(
  'the strip of feature maps below the answer shows five sizes, and leaves the run its speed',
  { tag: '@thorough' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const strip = page.getByRole('img', { name: /^Feature maps from 64 × 64 to 4 × 4/ });
    await page.goto('./#/live?source=camera&net=shufflenet-v1-everyday64&maps=false');
    await expectEspresso(page);
    const without = await framesPerSecond(page);
    await expect(strip).toHaveCount(0);
    await page.goto('./#/live?source=camera&net=shufflenet-v1-everyday64');
    await expectEspresso(page);
    await expect(strip).toBeInViewport({ ratio: 1, timeout: 30_000 });
    expect(await coloursOf(strip.locator('canvas').first())).toMatchObject({ isGrey: false, isFlat: false });
    const during = await framesPerSecond(page);
    const words = `frames per second: ${String(without)}, with the strip ${String(during)}`;
    test.info().annotations.push({ type: 'measured', description: words });
    process.stdout.write(`    ${words}\n`);
    expect(during).toBeGreaterThan(without / 2);
  },
);

/** The overlay's figure after some seconds, when it is about the present. */
async function framesPerSecond(page: Page): Promise<number> {
  await openLatency(page);
  await page.waitForTimeout(5000);
  const [, figure] = /frames per second\s*([\d.]+)/.exec(await overlay(page).innerText()) ?? [];
  return Number(figure);
}

/** Whether the sheet is all grey, and whether it is nearly uniform. */
function coloursOf(sheet: Locator) {
  return sheet.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('sheet: not a canvas');
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    // Between the maps nothing is drawn.
    const pixels = Array.from({ length: data.length / 4 }, (_, at) => [...data.slice(at * 4, at * 4 + 4)]).filter(
      ([, , , opacity]) => opacity === 255,
    );
    return {
      isGrey: pixels.every(([red, green, blue]) => red === green && green === blue),
      isFlat: new Set(pixels.map(String)).size < 3,
    };
  });
}
