import type { Page } from '@playwright/test';
import { builtDesign } from '../src/nets/design/builtDesign';
import { parseDesignFile } from '../src/nets/design/designFile';
import { designText, readDesignText } from '../src/nets/design/designText';
import { startOf } from '../src/nets/design/starts';
import { costOf } from '../src/nets/readings/cost';
import { expectGoodLooks } from './fixtures/expectGoodLooks';
import { savedText } from './fixtures/savedText';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

const v2 = startOf('mobilenet-v2').design;

test('a person designs by keyboard alone: from MobileNet V2 down to 150 M multiply-adds, undone, redone and shared', async ({
  page,
  browser,
}) => {
  await page.goto('./?lang=en#/design');
  const macs = page.locator('[data-figure="macs"]');
  await expect(macs).toHaveAttribute('data-value', String(costOf(builtDesign(v2).graph).macs));

  await page.getByRole('switch', { name: 'Budget for MACs' }).press('Space');
  const budget = page.getByRole('listitem').filter({ has: macs }).getByRole('textbox', { name: 'At most' });
  await budget.fill('150');
  await budget.press('Enter');
  const card = page.getByRole('listitem').filter({ has: macs });
  await expect(card.getByRole('status').filter({ hasText: 'Over by' })).toContainText(/Over by 151\sM/);

  // The row that is to blame is chosen from where it is named.
  await card.getByRole('button', { name: 'Most of it: row 6, Inverted residual' }).press('Enter');
  const panel = page.getByRole('region', { name: 'Chosen row' });
  await expect(panel.getByRole('heading', { name: 'Row 6' })).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(page.locator('tr[data-row]')).toHaveCount(8);
  for (const [row, channels] of [
    [3, 16],
    [4, 16],
    [5, 40],
    [6, 96],
    [7, 160],
  ] as const) {
    await page
      .locator(`tr[data-row="${String(row)}"]`)
      .locator('button[aria-pressed]')
      .press('Enter');
    const field = panel.getByRole('textbox', { name: 'Channels' });
    await field.fill(String(channels));
    await field.press('Enter');
  }
  // A field whose text is taken leaves the keys to the design.
  const filled = Number(await macs.getAttribute('data-value'));
  await page.keyboard.press('Control+z');
  await expect(macs).not.toHaveAttribute('data-value', String(filled));
  await page.keyboard.press('Control+y');
  await expect(macs).toHaveAttribute('data-value', String(filled));
  await expect(card.getByText('Over by')).toHaveCount(0);
  const reached = Number(await macs.getAttribute('data-value'));
  expect(reached).toBeLessThanOrEqual(150e6);
  expect(reached).toBe(costOf(builtDesign(await designOf(page)).graph).macs);

  // Where no text is typed, the keys undo and redo; the buttons say whether there is anything.
  await page.getByRole('button', { name: 'Move row 1', exact: true }).focus();
  const [undo, redo] = [page.getByRole('button', { name: 'Undo' }), page.getByRole('button', { name: 'Redo' })];
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
  await expect(macs).toHaveAttribute('data-value', String(costOf(builtDesign(v2).graph).macs));
  await expect(undo).toBeDisabled();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(macs).toHaveAttribute('data-value', String(reached));
  await expect(redo).toBeDisabled();

  // A row moves with the arrow keys, and its handle keeps the focus.
  await page.getByRole('button', { name: 'Move row 3', exact: true }).press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Move row 4', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Move row 3', exact: true })).toBeFocused();
  await expect(macs).toHaveAttribute('data-value', String(reached));

  const design = await designOf(page);
  const python = await savedText(page.getByRole('button', { name: 'PyTorch module' }));
  expect(python).toContain('class Network(nn.Module):');
  const file = parseDesignFile(await savedText(page.getByRole('button', { name: 'Design file' })));
  expect(file.ok && designText(file.value)).toBe(designText(design));

  const fresh = await browser.newPage();
  await fresh.goto(page.url());
  await expect(fresh.locator('[data-figure="macs"]')).toHaveAttribute('data-value', String(reached));
  await expect(fresh.getByRole('switch', { name: 'Budget for MACs' })).toBeChecked();
  await fresh.close();
});

test('a row is dragged, values that do not fit say why, and a broken link opens what is left of it', async ({
  page,
}) => {
  await page.goto('./?lang=en#/design?from=shufflenet-v1&row=3');
  const panel = page.getByRole('region', { name: 'Chosen row' });
  await expect(panel.getByText('Not 8: the channels must be a multiple of 32.')).toBeVisible();
  await expect(panel.getByRole('radio', { name: '8' })).toBeDisabled();

  // 3 groups cannot read 28 channels: the row follows, and says so.
  await page.locator('tr[data-row="1"]').locator('button[aria-pressed]').click();
  const field = panel.getByRole('textbox', { name: 'Channels' });
  await field.fill('28');
  await field.press('Enter');
  await expect(page.getByText('Row 3: Groups 3 → 2, because 28 channels do not divide into 3 groups.')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('Other rows had to follow')).toHaveCount(0);

  await page.goto('./?lang=en#/design?from=mobilenet-v2');
  const handle = page.getByRole('button', { name: 'Move row 8', exact: true });
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await page.locator('tr[data-row="6"]').boundingBox()];
  if (from === null || to === null) throw new Error('no rows to drag');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + 8, { steps: 4 });
  await expect(page.getByText('to 6')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('tr[data-row="6"]')).toContainText('320');

  await page.goto('./?lang=en#/design?design=2_r128_o10_lh0a0_cvc16s2_zz_irc24w9');
  const notice = page.getByRole('status').filter({ hasText: 'Not all of this link could be read' });
  await expect(notice).toContainText('The link is from version 2');
  await expect(notice).toContainText('Row 2 is left out: “zz” is no row.');
  await expect(notice).toContainText('Row 3: “w9” is no value here.');
  await expect(page.locator('tr[data-row]')).toHaveCount(2);
});

test('/design is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, '/design?max.macs=200000000');
});

async function designOf(page: Page) {
  await expect(page).toHaveURL(/design=/);
  const text = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('design') ?? '';
  const read = readDesignText(text);
  if (read === undefined) throw new Error(`no design in ${page.url()}`);
  return read.design;
}
