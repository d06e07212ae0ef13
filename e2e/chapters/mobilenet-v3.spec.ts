import { firstFilters } from '../../src/nets/explorables/firstFilters';
import { netAdaptProposals } from '../../src/nets/explorables/netAdaptProposals';
import { shortenedTail } from '../../src/nets/explorables/shortenedTail';
import { weighedResidual } from '../../src/nets/explorables/weighedResidual';
import { builtGraph } from '../../src/nets/models/model';
import { mobileNetV2 } from '../../src/nets/models/mobileNetV2';
import { mobileNetV3 } from '../../src/nets/models/mobileNetV3';
import { bottlenecksOf } from '../../src/nets/readings/bottlenecks';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

/** h-swish minus swish, as the page writes it. */
function swishError(x: number): string {
  const hard = (x * Math.min(Math.max(x + 3, 0), 6)) / 6;
  return (hard - x / (1 + Math.exp(-x))).toFixed(3);
}

test('a student follows the error of the hard swish, changes the size of the network, and shares both', async ({
  page,
}) => {
  await page.goto(`./#${chapter()}?act.x=3`);
  const plot = section(page, 'Hard swish');
  const error = plot.locator('[data-error=swish]');
  await expect(error).toHaveText(swishError(3));
  await plot.getByRole('slider', { name: 'x' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(error).toHaveText(swishError(2.75));
  await expect(page).toHaveURL(/act\.x=2\.75/);

  const squeeze = section(page, 'Squeeze and excite');
  await expect(squeeze.getByText('8 / 15')).toBeVisible();
  await expect(squeeze.locator('[data-share=se-params]')).toHaveText('27.6%');
  await expect(squeeze.locator('[data-share=se-macs]')).toHaveText('0.7%');
  await squeeze.getByRole('radio', { name: 'V3-Large' }).press('ArrowRight');
  await expect(squeeze.getByText('9 / 11')).toBeVisible();
  await expect(page).toHaveURL(/net\.size=small/);

  await page.reload();
  await expect(squeeze.getByText('9 / 11')).toBeVisible();
  await expect(error).toHaveText(swishError(2.75));
  const network = section(page, 'Large and small');
  await expect(network.getByText('All blocks of V3-Small')).toBeVisible();
  await expect(network.locator('[data-block=block1]')).toContainText('16 → 16 → 16');
  await expect(network.locator('[data-block]')).toHaveCount(11);
});

test('the numbers of block, tail, first layer and network are those of their graphs', async ({ page }) => {
  for (const { se, tail, stem, net, beside } of [
    { se: { squeezeDivisor: 4 }, tail: { resolution: 7 }, stem: { filters: 16 }, net: { width: 1 }, beside: {} },
    {
      se: { inChannels: 40, expandedChannels: 120, outChannels: 40, kernel: 5, resolution: 28, activation: 'relu' },
      tail: { inChannels: 96, lastChannels: 576, projectedChannels: 192, headChannels: 1024 },
      stem: { filters: 8, resolution: 192 },
      net: { size: 'small', width: 0.75 },
      beside: { width: 0.75 },
    },
    {
      se: { squeezeDivisor: 16, stride: 2 },
      tail: { resolution: 14 },
      stem: { filters: 24 },
      net: { width: 0.5, resolution: 160 },
      beside: { width: 0.5, resolution: 160 },
    },
  ]) {
    await openChapter(page, { se, tail, stem, net });
    await expectCost(section(page, 'Squeeze and excite'), costOf(weighedResidual.graph(se)));
    await expectCost(section(page, 'A shorter tail'), costOf(shortenedTail.graph(tail)));
    await expectCost(section(page, '16 first filters'), costOf(firstFilters.graph(stem)));
    const whole = section(page, 'Large and small');
    await expectCost(whole, costOf(builtGraph(mobileNetV3, net)));
    await expectCost(whole, costOf(builtGraph(mobileNetV2, beside)), 'replaced');
  }
});

test('the redesigned ends save what the paper says, and a step of NetAdapt cuts far enough', async ({ page }) => {
  await page.goto(`./#${chapter()}?search.delta=2&tail.resolution=7&stem.filters=16`);
  await expect(page.locator('[data-saved=tail-macs]').getByRole('button')).toHaveAccessibleName('34,317,760');
  await expect(section(page, 'A shorter tail').getByText('499,520', { exact: true })).toBeVisible();
  await expect(page.locator('[data-saved=stem-macs]').getByRole('button')).toHaveAccessibleName('10,436,608');

  const graph = builtGraph(mobileNetV3);
  const proposals = netAdaptProposals(bottlenecksOf(graph), 0.02 * costOf(graph).macs);
  const search = section(page, 'Two searches');
  for (const { block, expandedChannels } of proposals) {
    await expect(search.locator(`[data-proposal=${block.id}]`)).toContainText(
      expandedChannels === undefined
        ? `${String(block.expandedChannels)}: no cut saves enough`
        : `${String(block.expandedChannels)} → ${String(expandedChannels)}`,
    );
  }
  const latency = search.getByRole('slider', { name: 'Latency over its target' });
  await latency.focus();
  await page.keyboard.press('ArrowRight');
  // 2.1 to the power of -0.07 and of -0.15.
  await expect(search.getByText('94.9%')).toBeVisible();
  await expect(search.getByText('89.5%')).toBeVisible();
  await expect(page).toHaveURL(/search\.latency=2\.1/);
});

test('a student compares the gates of a trained network for two photographs, and shares the block', async ({
  page,
}) => {
  await page.goto(`./#${chapter()}?gates.block=15`);
  const gates = section(page, 'The gates of a trained network');
  await expect(gates.locator('[data-gates=shut]')).toHaveText('870');
  await gates.getByRole('radio', { name: 'Cup of coffee' }).press('ArrowRight');
  await expect(gates.locator('[data-gates=shut]')).toHaveText('835');
  await expect(page).toHaveURL(/gates\.photo=chelsea/);
  await page.reload();
  await expect(gates.locator('[data-gates=shut]')).toHaveText('835');
});

test('a controller proposes more often what earns more', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const search = section(page, 'Two searches');
  const large = search.locator('[data-candidate=large-1]');
  await expect(large).toContainText('25%');
  await search.getByRole('button', { name: 'Play a round' }).click();
  await expect(page).toHaveURL(/search\.rounds=1/);
  await search.getByRole('slider', { name: 'Rounds played' }).press('End');
  await expect(large).not.toContainText('25%');
  const chance = async (id: string) =>
    parseInt((await search.locator(`[data-candidate=${id}] td`).last().innerText()).trim(), 10);
  expect(await chance('large-1')).toBeGreaterThan(80);
  await search.getByText('−0.15').last().click();
  await expect(page).toHaveURL(/search\.exponent=small/);
  await expect.poll(() => chance('large-1')).toBeLessThan(5);
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
