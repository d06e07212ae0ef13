import {
  elementWise,
  equalWidth,
  fragmentation,
  groupCount,
  memoryAccessBound,
} from '../../src/nets/explorables/guidelines';
import { widthStack } from '../../src/nets/explorables/guidelineStacks';
import type { Explorable } from '../../src/nets/explorables/explorable';
import { shuffleUnits } from '../../src/nets/explorables/shuffleUnits';
import { builtGraph } from '../../src/nets/models/model';
import { shuffleNetV2 } from '../../src/nets/models/shuffleNetV2';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

test('a student slides the widths to 1:1, where the curve touches its bound, and shares the address', async ({
  page,
}) => {
  await page.goto(`./#${chapter()}?g1.inChannels=80`);
  const bench = section(page, 'G1');
  const graph = equalWidth.graph({ balanced: 120, inChannels: 80, resolution: 56 });
  const times = costOf(graph).memoryAccess / memoryAccessBound(graph.output);
  await expect(bench.locator('[data-figure=times-bound]')).toHaveText(`${times.toFixed(2)}×`);

  const slider = bench.getByRole('slider', { name: 'Input channels c₁' });
  await slider.focus();
  for (let step = 0; step < 8; step += 1) {
    if ((await slider.getAttribute('aria-valuetext')) === '120') break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(slider).toHaveAttribute('aria-valuetext', '120');
  await expect(bench.locator('[data-figure=times-bound]')).toHaveText('1.00×');
  await expect(bench.getByText('equal widths: the minimum')).toBeVisible();
  await expect(page).toHaveURL(/g1\.inChannels=120/);

  await page.reload();
  await expect(bench.getByRole('img', { name: /120 → 120, at least 767\sk/ })).toBeVisible();
});

test('the numbers of every guideline and unit are those of their graphs', async ({ page }) => {
  const settings: readonly {
    readonly heading: string;
    readonly explorable: Explorable;
    readonly values: Readonly<Record<string, number | string>>;
  }[] = [
    { heading: 'G1', explorable: equalWidth, values: { balanced: 128, inChannels: 64, resolution: 28 } },
    { heading: 'G2', explorable: groupCount, values: { inChannels: 240, groups: 8, resolution: 14 } },
    { heading: 'G3', explorable: fragmentation, values: { structure: 'fourInSeries', channels: 256 } },
    { heading: 'G4', explorable: elementWise, values: { relu: 'without', channels: 64 } },
    { heading: 'The unit', explorable: shuffleUnits, values: { figure: 'd', channelsV2: 232, resolution: 14 } },
  ];
  await openChapter(page, Object.fromEntries(settings.map(({ explorable, values }) => [explorable.id, values])));
  for (const { heading, explorable, values } of settings) {
    await expectCost(section(page, heading), costOf(explorable.graph(values)));
  }
});

test('the measured tables follow the device, and count memory on the same blocks', async ({ page }) => {
  await page.goto(`./#${chapter()}?g1.inChannels=30&g2.groups=8`);
  const row = section(page, 'G1').locator('[data-measured="1:12"]');
  const [far, near] = [widthStack({ first: 36, second: 432 }), widthStack({ first: 128, second: 128 })].map(
    (graph) => costOf(graph).memoryAccess,
  );
  await expect(row.locator('[data-counted]')).toHaveText(`${((far ?? 0) / (near ?? 1)).toFixed(2)}×`);
  await expect(row).toContainText('748 51%');
  const speed = section(page, 'Same multiply-adds');
  const gate = page.locator('[data-gate="shufflenet-v2/p6"]');
  await expect(speed.getByText('ARM (Snapdragon 810)')).toHaveCount(0);
  const first = page.locator('[data-gate="shufflenet-v2/p1"]');
  await first.getByRole('button', { name: 'Show me without guessing' }).click();
  await gate.getByRole('button', { name: 'Show me without guessing' }).click();
  await expect(gate).toContainText('24.4 images/s');
  await speed.getByText('ARM (Snapdragon 810)').click();
  await expect(row).toContainText('57.6 76%');
  await expect(page).toHaveURL(/on=arm/);
  await expect(section(page, 'G2').getByText('180 channels do not divide into 8 groups')).toBeVisible();
});

test('a change of version 2 points to its place, and the network counts at every width', async ({ page }) => {
  await page.goto(`./#${chapter()}?units.figure=c&width=1.5&reuse.channels=32&reuse.units=5`);
  await page
    .getByRole('group', { name: /The shuffle moves/ })
    .getByRole('button')
    .click();
  await expect(section(page, 'The unit').locator('[data-node-panel] h3')).toHaveText(/shuffle/i);
  await expect(page).toHaveURL(/units\.at=c\.shuffle/);
  await expect(page.locator('[data-figure=untouched]')).toHaveText('1');
  for (const width of [0.5, 1.5]) {
    const { macs, params } = costOf(builtGraph(shuffleNetV2, { width }));
    for (const [figure, value] of Object.entries({ macs, params })) {
      await expect(page.locator(`[data-counted=${figure}][data-width="${String(width)}"] [title]`)).toHaveAttribute(
        'title',
        value.toLocaleString('en'),
      );
    }
  }
  await expect(page.getByRole('link', { name: 'Every layer of ShuffleNet V2 1.5×' })).toHaveAttribute(
    'href',
    /net=shufflenet-v2:width=1\.5/,
  );
});

test('the run time of both networks is split by kind, and Layers is one link away', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const gate = page.locator('[data-gate="shufflenet-v2/p7"]');
  await gate.getByRole('button', { name: 'Show me without guessing' }).click();
  const network = section(page, 'Where the time goes').locator('[data-network=shufflenet-v1]');
  await expect(network.locator('dd').first()).toContainText('97%');
  await expect(network.locator('dd').nth(1).locator('[data-kind=elementWise]')).toHaveText('47%');
  await network.getByRole('link', { name: 'Measure it on this device' }).click();
  await expect(page).toHaveURL(/#\/layers\?net=shufflenet-v1/);
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
