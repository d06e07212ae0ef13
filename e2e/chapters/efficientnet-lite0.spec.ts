import { chapter } from '../fixtures/chapter';
import { expectGoodLooksNow } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';

test.use({ webGpu: 'off' });

test('the last chapter has a block, the stages, and figures beside MobileNet V2', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('EfficientNet-Lite0');
  await expect(page.getByRole('img', { name: /stage3\.block1/ })).toBeVisible();
  const gate = page.locator('[data-gate="efficientnet-lite0/p5"]');
  await gate.getByRole('textbox').fill('1.28');
  await gate.getByRole('button', { name: 'Reveal' }).click();
  await expect(gate).toContainText('That is the ratio of multiply-adds.');
  const params = page.getByRole('table', { name: 'Cost per image' }).locator('[data-figure=params]').first();
  await expect(params).toHaveAttribute('data-value', '4652008');
  await expectGoodLooksNow(page);
});

test('a student draws a share, sees the miss, and reads why', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const gate = page.locator('[data-gate="efficientnet-lite0/p1"]');
  await gate.getByRole('slider', { name: '5×5 depthwise' }).press('PageUp');
  for (let step = 0; step < 3; step += 1) await gate.getByRole('slider', { name: '5×5 depthwise' }).press('PageUp');
  await gate.getByRole('button', { name: 'Reveal' }).click();
  await expect(gate).toContainText('It is 5.6%.');
  await expect(gate).toContainText('They are depthwise');
  await expect(page.getByText('Nearly all multiply-adds are in the 1×1 convolutions')).toBeVisible();
});

test('a student grows one dimension at a time and shares the address', async ({ page }) => {
  await page.goto(`./#${chapter()}?scale.depth=0&scale.width=0&scale.resolution=2`);
  const growth = page.locator('[data-figure=growth]');
  await expect(growth).toHaveText('1.75×');
  await page.getByRole('slider', { name: 'Power of depth' }).press('ArrowRight');
  await expect(growth).toHaveText('2.1×');
  await expect(page).toHaveURL(/scale\.resolution=2/);
  await page.reload();
  await expect(growth).toHaveText('2.1×');
});
