import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectEspresso, expectGuesses, openLatency, openPanel, overlay } from './livePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'off' });

test('a network without weights for its options runs untrained, says so, and offers options with weights', async ({
  page,
}) => {
  await page.goto('./#/live?net=shufflenet-v2:width=0.5:resolution=64');
  await expect(page.getByRole('heading', { name: 'untrained: latency only' })).toBeVisible();
  await expect(overlay(page)).toContainText(/end to end\s*[\d,.]+/, { timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Top five' })).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'ShuffleNet V2 1×', exact: true }).click();
  await expectEspresso(page);
  await expect(page).toHaveURL(/net=shufflenet-v2-everyday64/);
});

test('every network of the catalogue, its options and any resolution can be chosen', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await openPanel(page, 'Network');
  await page.getByText('Options and resolution').click();
  const resolution = page.getByRole('textbox', { name: 'Resolution' });
  await resolution.fill('150');
  await resolution.press('Enter');
  await expect(page.getByText('It reads 150 × 150 pixels.')).toBeVisible();
  await expectEspresso(page);
  await page.getByRole('option', { name: /^Inception V3/ }).click();
  await expect(page.getByText('There are no trained weights for Inception V3 here')).toBeVisible();
  await page.goto('./#/live?net=vgg16:resolution=1000');
  await expect(
    page.getByText('resolution of VGG-16 cannot be 1000. Possible: whole numbers from 64 to 299.'),
  ).toBeVisible();
});

test('the latency shows the tail, the history, the dropped frames and the memory', async ({ page }) => {
  await page.goto('./#/live?source=camera');
  await openLatency(page);
  await expect(overlay(page)).toContainText(/95th percentile\s*[\d,.]+/, { timeout: 60_000 });
  await expect(overlay(page)).toContainText(/dropped frames\s*\d/);
  await expect(overlay(page)).toContainText(/memory in use: [\d,.]+\sMB/);
  await expect(overlay(page).getByRole('img', { name: /End-to-end latency of recent frames/ })).toBeVisible();
});

test('the camera can be paused, mirrored, and its guesses steadied', async ({ page }) => {
  await page.goto('./#/live?source=camera');
  await expectEspresso(page);
  await openLatency(page);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);
  const isPaused = () => page.evaluate(() => document.querySelector('video')?.paused);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(isPaused).toBe(true);
  await expect(overlay(page)).not.toContainText('frames per second');
  await expectEspresso(page);
  await page.keyboard.press('p');
  await expect.poll(isPaused).toBe(false);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);
  await openPanel(page, 'Settings');
  await page.getByText('Show the camera as in a mirror').click();
  await expect(page.locator('video')).toHaveCSS('scale', '-1 1');
  await page.getByText('Smooth the bars').click();
  await expectEspresso(page);
  await expect(page).toHaveURL(/mirror=true.*smooth=true|smooth=true.*mirror=true/);
});

test('a camera that the browser plays only after a press starts by one, and runs without frame callbacks', async ({
  page,
}) => {
  await page.addInitScript(refuseToPlayUnasked);
  await page.goto('./#/live?source=camera');
  const start = page.getByRole('button', { name: 'Start the camera' });
  await expect(start).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await start.click();
  await expect(start).toHaveCount(0);
  await expectEspresso(page);
  await openLatency(page);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/, { timeout: 60_000 });
});

test('an unplugged camera has its message, its last picture stays as ended, and one button starts it again', async ({
  page,
}) => {
  await page.goto('./#/live?source=camera');
  await expectEspresso(page);
  await page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject;
    // A script cannot unplug a device, but the page only sees its track end.
    if (stream instanceof MediaStream) stream.getTracks()[0]?.dispatchEvent(new Event('ended'));
  });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The camera was disconnected.');
  await expect(alert).toContainText('The last picture stays');
  await expect(alert.getByRole('button')).toHaveText(['Try again', 'Dismiss']);
  await expect(page).toHaveURL(/source=camera/);
  await expect(overlay(page)).toContainText('ended');
  const picture = page.getByRole('img', { name: 'Live picture of the camera' });
  await expect(picture).not.toHaveCSS('opacity', '1');
  // A black picture would be smaller than a thousand bytes.
  expect((await picture.screenshot()).byteLength).toBeGreaterThan(20_000);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(overlay(page)).not.toContainText('ended');
  await expectEspresso(page);
});

test('a hidden tab pauses, and continues when it is shown', async ({ page }) => {
  await page.goto('./#/live?source=camera');
  await expectEspresso(page);
  await page.evaluate(hide, true);
  // The frame that is under way still comes in; then the numbers stay.
  const paused = await restingText(page);
  await page.evaluate(hide, false);
  await expect.poll(() => overlay(page).innerText()).not.toBe(paused);
});

test('a JPEG that ends too early is looked at as far as the browser draws it', async ({ page }, info) => {
  const whole = await sharp('training/samples/coffee.png').jpeg({ quality: 95 }).toBuffer();
  const path = info.outputPath('unfinished.jpg');
  writeFileSync(path, whole.subarray(0, whole.length - 40));
  await page.goto('./#/live?source=chelsea');
  await expectGuesses(page, /cat|tabby/);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Your photo or video' }).click();
  await (await chooser).setFiles(path);
  await expectEspresso(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a video file of one’s own plays', async ({ page }, info) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  const film = info.outputPath('film.webm');
  writeFileSync(film, Buffer.from(await page.evaluate(recordCoffee)));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Your photo or video' }).click();
  await (await chooser).setFiles(film);
  await expect(page.getByRole('img', { name: 'The video that the network is looking at' })).toBeVisible();
  await openLatency(page);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);
});

/** The overlay's text once it has not changed for a second and a half. */
async function restingText(page: Page): Promise<string> {
  let text = await overlay(page).innerText();
  await expect(async () => {
    const before = text;
    await page.waitForTimeout(1500);
    text = await overlay(page).innerText();
    expect(text).toBe(before);
  }).toPass();
  return text;
}

/** Runs in the page: a browser in low power mode, and too old to tell when a video shows a picture. */
function refuseToPlayUnasked(): void {
  for (const name of ['requestVideoFrameCallback', 'cancelVideoFrameCallback'])
    Reflect.deleteProperty(HTMLVideoElement.prototype, name);
  const play: unknown = Reflect.get(HTMLMediaElement.prototype, 'play');
  // Not navigator.userActivation: what a test looks up in the page counts as a press there.
  let isAsked = false;
  window.addEventListener('pointerdown', () => (isAsked = true), true);
  HTMLMediaElement.prototype.play = function playIfAsked(): Promise<void> {
    if (!isAsked || typeof play !== 'function')
      return Promise.reject(new DOMException('The request is not allowed by the user agent', 'NotAllowedError'));
    return Promise.resolve(play.call(this)).then(() => undefined);
  };
}

/** Runs in the page: makes its tab appear hidden or shown. */
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Runs in the page: records half a second of the photo on the page, as the bytes of a WebM file. */
async function recordCoffee(): Promise<number[]> {
  const photo = document.querySelector<HTMLImageElement>('main [role=img] img');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [128, 128];
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => {
    recorder.addEventListener('stop', resolve);
  });
  recorder.start();
  for (let frame = 0; frame < 20; frame += 1) {
    if (photo !== null) context?.drawImage(photo, 0, 0, 128, 128 + frame);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  recorder.stop();
  await stopped;
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}
