import { chapter } from '../fixtures/chapter';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';

test.use({ webGpu: 'off' });

test('the last chapter counts all networks in one table that recomputes and sorts', async ({ page }) => {
  await page.goto(`./#${chapter()}?table.width=1`);
  const table = page.getByRole('table').filter({ hasText: 'Peak activations' });
  const names = () => table.getByRole('rowheader').locator('a').allInnerTexts();
  await expect(table.getByRole('row')).toHaveCount(10);
  expect((await names())[0]).toBe('SqueezeNet');
  await table.getByRole('button', { name: 'MACs', exact: true }).click();
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['ShuffleNet V1', 'ShuffleNet V2']);
  const macs = table.getByRole('row', { name: /MobileNet V1/ }).locator('[data-figure=macs]');
  await expect(macs).toHaveAttribute('data-value', '568740352');
  await page.getByRole('radio', { name: '128 px' }).click({ force: true });
  await expect(macs).not.toHaveAttribute('data-value', '568740352');
  await expect(page).toHaveURL(/table\.resolution=128/);
  await expect(page).toHaveURL(/table\.sort=macs/);
  const file = page.getByRole('slider', { name: 'File, 8 bits, at most' });
  await file.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/choose\.file=1/);
  await page.reload();
  await expect(file).toHaveAttribute('aria-valuetext', '1 MB');
  expect((await names())[0]).toBe('ShuffleNet V1');
  await expectGoodLooks(page, chapter());
});

test('eight questions get their answers by keyboard', async ({ page }) => {
  await page.goto(`./#${chapter()}?at=questions`);
  const answers = page.getByRole('group', { name: 'Answers' });
  const places = page.locator('#questions').getByRole('listitem').getByRole('button');
  await expect(places).toHaveCount(8);
  const right = [
    'Squeeze the channels',
    'Yes: give the two',
    'A network for phones',
    'Group it, then shuffle',
    'Widen inside the block',
    'Memory access does',
    'A search that measures',
    'All three by one rule',
  ];
  for (const [place, text] of right.entries()) {
    await answers.getByRole('button', { name: new RegExp(`^${text}`) }).press('Enter');
    await places.nth(place).press('Enter');
  }
  await answers.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(answers.getByRole('status')).toHaveText('8 of 8 are where they belong.');
});
