import { writeFileSync } from 'node:fs';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { picturedCode } from '../fixtures/picturedCode';
import { savedText } from '../fixtures/savedText';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openPanel } from '../live/livePage';

const code =
  '1~squeezenet:version=1.1:classes=64:resolution=96~webgpu~a+phone~Safari+19,+iOS~tlpwu8' +
  '~100~12.3~20~1~2~7.5~9~0.5~1~29.9~3~1234~56~12350000';

test.use({ camera: { shows: picturedCode(`https://example.org/#/collect?r=${code}`) }, webGpu: 'off' });

test('a result can be taken home as JSON, picture, link and code, and the link collects it', async ({ page }) => {
  await page.goto('./#/live?net=shufflenet-v2-everyday64');
  await expectEspresso(page);
  await openPanel(page, 'Share result');
  const json = await savedText(page.getByRole('button', { name: 'JSON', exact: true }));
  expect(JSON.parse(json)).toMatchObject([
    { backend: 'wasm', options: { classes: 64, resolution: 128 }, figures: { frames: 1 } },
  ]);
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await page.getByRole('button', { name: /^Save or share: / }).click();
  const svg = await savedText(page.getByRole('button', { name: 'SVG', exact: true }));
  for (const part of ['capture', 'preprocess', 'inference', 'readback', 'handover']) expect(svg).toContain(`>${part}<`);
  await page.keyboard.press('Escape');
  expect(await accessibilityFaults(page)).toEqual([]);
  const link = await page.getByRole('textbox', { name: 'Link to this result' }).inputValue();
  await page.goto(link);
  // A link alone stores nothing.
  const add = page.getByRole('button', { name: 'Add it to the collection' });
  await expect(add).toBeVisible();
  await expect(page.getByText('No results yet.')).toBeVisible();
  await add.click();
  await expect(page.getByText('1 new result.')).toBeVisible();
  await expect(page).not.toHaveURL(/r=/);
  await page.getByRole('textbox', { name: 'Links, one or many' }).fill(`${link}\n${code}`);
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('1 new result. 1 was there already.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Measured inference time against MACs, 2 points' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('a code shown to the camera is collected, and so is a file', async ({ page }, info) => {
  await page.goto('./#/collect');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByRole('row', { name: /SqueezeNet.*a phone/ })).toBeVisible({ timeout: 60_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const file = info.outputPath('results.json');
  writeFileSync(file, await savedText(page.getByRole('button', { name: 'JSON', exact: true })));
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('No results yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('row', { name: /SqueezeNet.*a phone/ })).toBeVisible();
  await expectFitOnPhone(page);
});
