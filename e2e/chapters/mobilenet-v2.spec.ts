import type { Page } from '@playwright/test';
import { mirroredResidual } from '../../src/nets/explorables/mirroredResidual';
import { builtGraph } from '../../src/nets/models/model';
import { mobileNetV1 } from '../../src/nets/models/mobileNetV1';
import { mobileNetV2 } from '../../src/nets/models/mobileNetV2';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

/** The shares lost and explained in an activation's panel, in per cent. */
async function measures(page: Page, activation: 'linear' | 'relu' | 'relu6'): Promise<readonly number[]> {
  const panel = page.locator(`[data-activation=${activation}]`);
  const texts = [
    await panel.locator('[data-measure=lost]').innerText(),
    await panel.locator('[data-measure=explained]').innerText(),
  ];
  return texts.map((text) => Number(text.replace('%', '')));
}

test('a student narrows the spiral to two channels, draws another matrix, and shares both', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const bench = section(page, 'ReLU destroys');
  const gate = page.locator('[data-gate="mobilenet-v2/p1"]');
  await gate.getByLabel('Your guess').fill('12.5 %');
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('it is 50%');
  await expect(gate).toContainText('two numbers need two channels');
  const slider = bench.getByRole('slider', { name: 'Channels n' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '2');
  // (n + 1) / 2^n of all points, on average over all matrices.
  await expect(bench.locator('[data-workbench]').getByText('75.0%')).toBeVisible();
  const first = await measures(page, 'relu');
  await bench.getByRole('button', { name: 'New matrix T' }).press('Enter');
  await expect(bench.getByText('Seed 2.')).toBeVisible();
  const second = await measures(page, 'relu');
  expect(second).not.toEqual(first);
  expect(second[0]).toBeGreaterThan(0);
  expect(await measures(page, 'linear')).toEqual([0, 100]);
  await expect(page).toHaveURL(/spiral\.n=2/);
  await expect(page).toHaveURL(/spiral\.seed=2/);

  await page.reload();
  await expect(bench.getByText('Seed 2.')).toBeVisible();
  expect(await measures(page, 'relu')).toEqual(second);
  const wide = bench.getByRole('listitem').filter({ hasText: 'n = 30: nothing is lost' });
  await wide.getByRole('button').press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', '30');
  const [lost, explained] = await measures(page, 'relu');
  expect(lost).toBe(0);
  expect(explained).toBeGreaterThan(90);
});

test('stride 2 removes the shortcut, and the numbers of block and network are those of their graphs', async ({
  page,
}) => {
  for (const { block, network, shortcut } of [
    { block: { stride: 1 }, network: { width: 1 }, shortcut: 'a shortcut from end to end' },
    { block: { stride: 2, expansion: 4 }, network: { width: 1.4 }, shortcut: 'no shortcut' },
    {
      block: { inChannels: 32, outChannels: 16, expansion: 1, resolution: 112 },
      network: { width: 0.35, resolution: 96 },
      shortcut: 'no shortcut',
    },
  ]) {
    await openChapter(page, { residual: block, net: network });
    const bench = section(page, 'The inverted residual');
    await expect(bench.getByRole('img', { name: `Inverted residual: narrow, wide, narrow` })).toHaveAttribute(
      'aria-label',
      new RegExp(`${shortcut}$`),
    );
    await expectCost(bench, costOf(mirroredResidual.graph(block)));
    const whole = section(page, 'The whole network');
    await expectCost(whole, costOf(builtGraph(mobileNetV2, network)));
    await expectCost(whole, costOf(builtGraph(mobileNetV1, network)), 'replaced');
  }
});

test('the blocks say why they have a shortcut or none, and ReLU6 spends its steps on less', async ({ page }) => {
  await page.goto(`./#${chapter()}?net.width=0.5&relu6.bits=4&relu6.largest=24`);
  const rules = section(page, 'The rules');
  await expect(rules.locator('[data-gate="mobilenet-v2/p7"]')).toContainText('It is 10.');
  await expect(rules.getByRole('row', { name: /^5\.1/ })).toContainText('32 → 192 → 48');
  await expect(rules.getByRole('row', { name: /^5\.1/ })).toContainText('no: 32 ≠ 48');
  await expect(rules.getByRole('row', { name: /^6\.1/ })).toContainText('no: stride 2');
  await expect(page.locator('[data-step=relu]')).toHaveText('1.6');
  await expect(page.locator('[data-step=relu6]')).toHaveText('0.4');
  const bits = page.getByRole('slider', { name: 'Bits' });
  await bits.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-step=relu6]')).toHaveText('0.857');
  await expect(page).toHaveURL(/relu6\.bits=3/);
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
