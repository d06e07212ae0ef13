import { writeFileSync } from 'node:fs';
import { randomFile } from '../../src/run/checkpoint/fixtures/randomFile';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';
import { dropOnPicture, expectEspresso, expectGuesses, openPanel } from '../live/livePage';
import { expectRunning, recognised } from './publisher';

test.use({ camera: 'absent', webGpu: 'off' });

test('a checkpoint dropped on the picture is recognised, runs, and is still there after a reload', async ({
  page,
}, info) => {
  const path = info.outputPath('My homework.safetensors');
  writeFileSync(path, randomFile('shufflenet-v2', { width: 0.5, classes: 64 }));
  await page.goto('./#/live');
  await expectEspresso(page);
  await dropOnPicture(page, path);
  await expect(recognised(page)).toContainText('ShuffleNet V2 0.5×');
  await expect(recognised(page)).toContainText(/Classes\s*64 \(everyday objects\)/);
  await expect(recognised(page)).toContainText(/Format\s*safetensors/);
  await expect(page).toHaveURL(/net=own-my-homework-[0-9a-f]{8}/);
  await expectGuesses(page, /\w/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await expectRunning(page, 'My homework.safetensors');
  await expectGuesses(page, /\w/);

  const name = page.getByRole('textbox', { name: 'Name of My homework.safetensors' });
  await name.fill('Homework');
  await name.press('Enter');
  await expect(page.getByRole('button', { name: 'Homework Network' })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Homework/ })).toBeVisible();
  await expect(page.getByText('choose another network before you remove it')).toBeVisible();
  await page.getByRole('option', { name: /^SqueezeNet 1.1, ImageNet/ }).click();
  await page.getByRole('button', { name: 'Remove Homework' }).click();
  await expect(page.getByText('Homework was removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Remove Homework' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  // Its files go once the list is left, and a reload would cut that short.
  await expect.poll(() => page.evaluate(keptFilesOf, 'own-my-homework')).toEqual([]);
  await page.reload();
  await openPanel(page, 'Network');
  await expect(page.getByRole('option', { name: /^MobileNet V2/ }).first()).toBeVisible();
  await expect(page.getByText('Homework')).toHaveCount(0);
});

/** Runs in the page: the URLs of files that the browser keeps of a network. */
async function keptFilesOf(network: string): Promise<readonly string[]> {
  const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const kept = await Promise.all(shelves.map((shelf) => shelf.keys()));
  return kept.flat().flatMap(({ url }) => (url.includes(network) ? [url] : []));
}

test('files without weights, or cut short, show a message, and the running network keeps running', async ({
  page,
}, info) => {
  const text = info.outputPath('notes.pth');
  writeFileSync(text, 'remember the milk');
  const cut = info.outputPath('cut.safetensors');
  writeFileSync(cut, randomFile('shufflenet-v2', { width: 0.5 }).subarray(0, 50_000));
  await page.goto('./#/live');
  await expectEspresso(page);
  const alert = page.getByRole('alert');
  await dropOnPicture(page, text);
  await expect(alert).toContainText('notes.pth: This is not a file of weights that is known here.');
  await alert.getByText('Details').click();
  await expect(alert.getByText('notes.pth: no weights file')).toBeVisible();
  await dropOnPicture(page, cut);
  await expect(alert).toContainText('cut.safetensors: This file');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);
  await expectEspresso(page);
});

test('in Chinese, nothing is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?lang=zh#/live?net=mobilenet-v2-timm-imagenet');
  await openPanel(page, '网络');
  await page.getByText('其他网络的 ImageNet 权重').click();
  await expectFitOnPhone(page);
  expect(await accessibilityFaults(page)).toEqual([]);
});
