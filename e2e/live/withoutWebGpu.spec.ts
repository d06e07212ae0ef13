import { readFileSync } from 'node:fs';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectGoodLooksNow } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, openPanel, overlay, expectNamed } from './livePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'off' });

test('a first visitor sees a photo classified at once, on WebAssembly, and reads why', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await expect(overlay(page)).toContainText('WebAssembly');
  await openPanel(page, 'Settings');
  await expect(page.getByText('This browser has no WebGPU')).toBeVisible();
});

test('the card counts the network as training/RESULTS.md does', async ({ page }) => {
  const row = readFileSync('training/RESULTS.md', 'utf8').match(/^\| shufflenet-v2-everyday64 .*/m)?.[0] ?? '';
  const [, , params = '', , macs = '', memoryAccess = ''] = row.split('|').map((cell) => cell.trim());
  const millions = (Number(params.replaceAll(',', '')) / 1e6).toFixed(2);
  await page.goto('./#/live?net=shufflenet-v2-everyday64');
  await openPanel(page, 'Network');
  const counted = `${millions} M params; per image, ${macs} multiply-adds and ${memoryAccess} elements`;
  await expect(page.getByText(counted)).toBeVisible();
});

test('the camera is classified on WebAssembly too', async ({ page }) => {
  await page.goto('./#/live?source=camera');
  await expectEspresso(page);
  await expect(overlay(page)).toContainText('WebAssembly');
  await openLatency(page);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);
});

test('asking for WebGPU where there is none has its message, and WebAssembly is one press away', async ({ page }) => {
  await page.goto('./#/live?backend=webgpu');
  await expect(page.getByRole('alert')).toContainText('This browser has no WebGPU');
  await page.getByRole('button', { name: 'Use WebAssembly' }).click();
  await expectEspresso(page);
  await expect(page).toHaveURL(/backend=wasm/);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('another sample gives another result', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await page.getByRole('button', { name: 'Cat' }).click();
  await expectNamed(page, { not: 'espresso' });
  await expect(page).toHaveURL(/source=chelsea/);
});

test('a photo can be measured repeatedly', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await openLatency(page);
  await expect(overlay(page)).not.toContainText('frames per second');
  await openPanel(page, 'Settings');
  await page.getByText('Keep measuring on a photo').click();
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);
  await expect(overlay(page)).toContainText(/medians of \d+ frames/);
  await expect(page).toHaveURL(/repeat=true/);
});

for (const language of ['en', 'zh']) {
  test(`axe finds nothing (${language}), and nothing is wider than 390 px`, async ({ page }) => {
    await page.goto(`./?lang=${language}#/live`);
    await expectEspresso(page);
    await expectGoodLooksNow(page);
    await page.getByRole('button', { name: /^(Menu|菜单)$/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
