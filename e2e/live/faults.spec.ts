import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../fixtures/test';
import { dropOnPicture, expectEspresso, expectNamed } from './livePage';

test.use({ camera: 'absent', webGpu: 'off', expectedErrors: [/Failed to load resource/] });

const weights = '**/weights/shufflenet-v2-everyday64/weights.safetensors';
const manifest = '**/weights/shufflenet-v2-everyday64/manifest.json';
const shuffleNet = './#/live?net=shufflenet-v2-everyday64';

test('a missing camera has its message', async ({ page }) => {
  await page.goto('./#/live?source=camera');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('No camera was found.');
  await alert.getByRole('button', { name: 'Use a sample photo' }).click();
  await expectEspresso(page);
});

test('a busy camera has its message', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('in use', 'NotReadableError'));
  });
  await page.goto('./#/live?source=camera');
  await expect(page.getByRole('alert')).toContainText('The camera is in use by another program.');
});

test('a file that is no image or ends early is refused where it was dropped, and what was there goes on', async ({
  page,
}, info) => {
  const fileOf = (name: string, bytes: string | Uint8Array): string => {
    const path = info.outputPath(name);
    writeFileSync(path, bytes);
    return path;
  };
  const whole = readFileSync('training/samples/chelsea.png');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#/live');
  await expectEspresso(page);
  const alert = page.getByRole('alert');
  await dropOnPicture(page, fileOf('homework.png', 'this is not a picture'));
  await expect(alert).toContainText('homework.png is not an image that this browser can read.');
  await expect(alert).toContainText('The previous picture stays.');
  await expect(alert).toBeInViewport({ ratio: 1 });
  await expect(alert.getByRole('button')).toHaveText(['Dismiss']);
  await dropOnPicture(page, fileOf('head.png', whole.subarray(0, 200)));
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('head.png is damaged');
  await expect(page.getByRole('button', { name: 'Cup of coffee' })).toHaveAttribute('aria-pressed', 'true');
  await expectEspresso(page);
  await page.keyboard.press('Escape');
  await expect(alert).toHaveCount(0);
  await dropOnPicture(page, fileOf('half.png', whole.subarray(0, whole.length / 2)));
  await expect(page.getByText('half.png is damaged or incomplete.')).toBeInViewport();
  await expectNamed(page, { not: 'espresso' });
  await page.getByRole('button', { name: 'Cup of coffee' }).click();
  await expect(page.getByText('half.png')).toHaveCount(0);
});

test('a dropped picture is classified', async ({ page }) => {
  await page.goto('./#/live?source=chelsea');
  await expectNamed(page, { not: 'espresso' });
  await dropOnPicture(page, resolve('training/samples/coffee.png'));
  await expectEspresso(page);
  await expect(page.getByRole('button', { name: 'Your photo or video' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('group', { name: 'Picture' })).toContainText('coffee.png');
  await expect(page).toHaveURL(/source=own/);
});

test("a picture of one's own is chosen from a folder", async ({ page }) => {
  await page.goto('./#/live?source=chelsea');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Your photo' }).click();
  await (await chooser).setFiles('training/samples/coffee.png');
  await expectEspresso(page);
});

test('truncated weights have their message, and trying again helps', async ({ page }) => {
  await page.route(weights, async (route) => {
    const whole = readFileSync('public/weights/shufflenet-v2-everyday64/weights.safetensors');
    await route.fulfill({ body: whole.subarray(0, 100_000) });
  });
  await page.goto(shuffleNet);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The weights file has the wrong length: 100 kB arrived, 2.7 MB were expected.');
  await page.unroute(weights);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectEspresso(page);
});

test('weights that fail to download have their message', async ({ page }) => {
  await page.route(weights, (route) => route.fulfill({ status: 404 }));
  await page.goto(shuffleNet);
  await expect(page.getByRole('alert')).toContainText(
    'weights.safetensors could not be downloaded: the server answered with status 404.',
  );
});

test('weights of another network have their message', async ({ page }) => {
  await page.route(manifest, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text
        .replace('"net": "shufflenet-v2"', '"net": "squeezenet"')
        .replace(/"options": \{[^}]*\}/, '"options": {"classes": 64}'),
    });
  });
  await page.goto(shuffleNet);
  await expect(page.getByRole('alert')).toContainText('These weights belong to another network');
  // The page keeps working: another picture can be chosen.
  await page.getByRole('button', { name: 'Cat' }).click();
  await expect(page.getByRole('button', { name: 'Cat' })).toHaveAttribute('aria-pressed', 'true');
});

test('without an index of networks the page says so', async ({ page }) => {
  await page.route('**/weights/index.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('./#/live');
  await expect(page.getByRole('alert')).toContainText('index.json could not be downloaded');
  await page.unroute('**/weights/index.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectEspresso(page);
});
