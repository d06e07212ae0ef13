import { groupProcedure } from '../../src/nets/explorables/groupProcedure';
import { comparedUnit, shuffleUnitsV1 } from '../../src/nets/explorables/shuffleUnits';
import { graphOf } from '../../src/nets/graph';
import { builtGraph } from '../../src/nets/models/model';
import { shuffleNetV1 } from '../../src/nets/models/shuffleNetV1';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { expectHeldWhileDragged } from '../fixtures/expectHeldWhileDragged';
import { openChapter } from '../fixtures/openChapter';
import { expect, test } from '../fixtures/test';

test('a student adds units until every channel is reached, and shares the address', async ({ page }) => {
  await page.goto(`./#${chapter()}?reach.groups=8&reach.channelsPerGroup=3`);
  await expect(page.locator('[data-reached]').first()).toHaveText('9 of 24 input channels');
  const units = page.getByRole('slider', { name: 'Units' });
  await units.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('img', { name: 'With shuffle: 24 of 24', exact: false })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Without shuffle: 3 of 24', exact: false })).toBeVisible();
  await expect(page).toHaveURL(/reach\.units=2/);

  await page.locator('[data-output="23"]').first().click();
  await expect(page).toHaveURL(/reach\.output=23/);
  await page.reload();
  await expect(page.getByRole('slider', { name: 'Output channel, from 0' })).toHaveAttribute('aria-valuetext', '23');
  await expectHeldWhileDragged(page.getByRole('slider', { name: 'Units' }));
  // Opened by a link that chooses the unit's values.
  await page.goto(`./#${chapter()}?unit.groups=3`);
  await expectHeldWhileDragged(page.locator('#unit').getByRole('slider', { name: 'Groups g' }));
});

test('the steps of the shuffle can be chosen one by one, each with a name', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./#${chapter()}?shuffle.groups=2&shuffle.channelsPerGroup=3`);
  await expect(page.getByRole('img', { name: /ABABAB$/ })).toBeVisible();
  await page.getByText('1 Reshape').click();
  await expect(page.getByRole('img', { name: 'A table of 2 rows and 3 columns', exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play the steps' })).toHaveCount(0);
  await expect(page).toHaveURL(/shuffle\.step=reshaped/);
});

test('the steps of a grouped convolution add its filters, and the groups divide its weights', async ({ page }) => {
  await page.goto(`./#${chapter()}?procedure.step=split`);
  await expect(page.getByRole('img', { name: '12 input channels in 3 parts', exact: true })).toBeVisible();
  await page.getByText('2 Filters').click();
  await expect(page.getByRole('img', { name: 'and a bank of filters for each part', exact: false })).toBeVisible();
  const weights = page.locator('[data-figure=procedure-weights]');
  for (const groups of [3, 6]) {
    await expect(weights).toHaveText(String(costOf(groupProcedure.graph({ groups })).params));
    await page.locator('#grouping').getByRole('slider', { name: 'Groups g' }).first().press('ArrowRight');
  }
  await expect(page).toHaveURL(/procedure\.groups=6/);
});

test('outputs read all groups with crossed wires as with a shuffle, and one group without', async ({ page }) => {
  await page.goto(`./#${chapter()}?shuffle.groups=4&shuffle.channelsPerGroup=4`);
  for (const { wiring, reads } of [
    { wiring: 'apart', reads: 'Each output reads one group.' },
    { wiring: 'direct', reads: 'Each output reads 4 groups.' },
    { wiring: 'shuffled', reads: 'Each output reads 4 groups.' },
  ])
    await expect(page.locator(`[data-wiring=${wiring}]`)).toContainText(reads);
});

test('the numbers of a unit are those of its graph', async ({ page }) => {
  for (const values of [
    { figure: 'b' },
    { figure: 'c', groups: 8, channels: 384 },
    { figure: 'a', groups: 2, channels: 200, resolution: 14 },
  ]) {
    await openChapter(page, { unit: values });
    await expectCost(page.locator('#unit'), costOf(shuffleUnitsV1.graph(values)));
  }
});

test('the tables count the units and the networks', async ({ page }) => {
  await page.goto(`./#${chapter()}?unit.groups=4&unit.channels=272`);
  for (const unit of ['resNet', 'resNeXt', 'depthwiseBottleneck', 'shuffleNet'] as const) {
    const { macs } = costOf(graphOf(comparedUnit(unit, { channels: 272, groups: 4, resolution: 28 })));
    await expect(page.locator(`[data-figure=macs-${unit}] [title]`)).toHaveAttribute(
      'title',
      macs.toLocaleString('en'),
    );
  }
  const width = page.locator('[data-gate="shufflenet-v1/p6"]');
  await width.getByRole('textbox').fill('1152');
  await width.getByRole('button', { name: 'Reveal' }).click();
  await expect(width).toContainText('You said 1,152, it is 384.');
  for (const groups of [1, 8]) {
    const { macs } = costOf(builtGraph(shuffleNetV1, { groups }));
    await expect(page.locator(`[data-macs="${String(groups)}"] [title]`)).toHaveAttribute(
      'title',
      macs.toLocaleString('en'),
    );
  }
});

test('a student guesses where a channel lands, sees the miss, and finds it again on the next visit', async ({
  page,
}) => {
  await page.goto(`./#${chapter()}`);
  const gate = page.locator('[data-gate="shufflenet-v1/p2"]');
  const walk = page.getByRole('img', { name: /^The rows of the table one after another/ });
  await expect(gate.getByRole('img', { name: /^Channel 5 of a row/ })).toBeVisible();
  await expect(walk).toHaveCount(0);
  await gate.getByRole('textbox').fill('5');
  await gate.getByRole('button', { name: 'Reveal' }).click();
  await expect(gate).toContainText('You said 5, it is 4.');
  await expect(gate).toContainText('Only the first and the last channel stay');
  await expect(gate.getByRole('img', { name: 'Channel 5 moves to position 4' })).toBeVisible();
  await expect(walk).toBeVisible();
  await page.reload();
  await expect(gate).toContainText('You said 5, it is 4.');
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
