import { splitConvolution } from '../../src/nets/explorables/splitConvolution';
import { mobileNetV1Family } from '../../src/nets/explorables/mobileNetFamilies';
import { builtGraph } from '../../src/nets/models/model';
import { mobileNetV1 } from '../../src/nets/models/mobileNetV1';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { expectHeldWhileDragged } from '../fixtures/expectHeldWhileDragged';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

test('a student guesses, narrows the output until splitting hardly pays, and shares the address', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const bench = section(page, 'One convolution');
  const gate = page.locator('[data-gate="mobilenet-v1/p1"]');
  await gate.getByLabel('Your guess').fill('8.8');
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('You said 8.8×, it is 23.8×.');
  await expect(gate).toContainText('That is the saving at k = 3');

  const slider = bench.getByRole('slider', { name: 'Output channels N' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '2 channels');
  const ratio = Number(await bench.locator('[data-ratio]').getAttribute('data-ratio'));
  expect(ratio).toBeCloseTo(1 / 2 + 1 / 9, 12);
  await expect(bench.getByRole('img', { name: /Standard: 9,216 weights/ })).toBeVisible();
  await expect(page).toHaveURL(/split\.outChannels=2/);

  await page.reload();
  await expect(bench.locator('[data-ratio]')).toHaveAttribute('data-ratio', String(ratio));
  await expect(gate).toContainText('You said 8.8×');
  await expectCost(bench, costOf(splitConvolution.graph({ outChannels: 2 })));
  for (const name of ['Input channels M', 'Output channels N', 'Kernel size k']) {
    await expectHeldWhileDragged(bench.getByRole('slider', { name }));
  }
});

test('the numbers of the block and of the network are those of their graphs', async ({ page }) => {
  for (const { block, network } of [
    { block: {}, network: { width: 1 } },
    {
      block: { inChannels: 64, outChannels: 128, kernel: 5, stride: 2, resolution: 112 },
      network: { width: 0.5, resolution: 160 },
    },
    {
      block: { inChannels: 3, outChannels: 32, kernel: 7, resolution: 224 },
      network: { width: 0.25, resolution: 128 },
    },
  ]) {
    await openChapter(page, { split: block, net: network });
    await expectCost(section(page, 'One convolution'), costOf(splitConvolution.graph(block)));
    const whole = section(page, 'The same network');
    await expectCost(whole, costOf(builtGraph(mobileNetV1, network)));
    const standard = mobileNetV1Family.at(network).replaced;
    if (standard === undefined) throw new Error('nothing to compare MobileNet V1 with');
    await expectCost(whole, costOf(standard), 'replaced');
  }
});

test('arrow keys move across the map of both multipliers, and the shares follow', async ({ page }) => {
  await page.goto(`./#${chapter()}?net.resolution=224`);
  const shares = section(page, 'Where the work is now');
  // The paper's Table 2.
  await expect(shares.locator('[data-share=pointwise-macs]')).toHaveText('94.86');
  const map = page.getByRole('grid', { name: 'MACs and accuracy by width and resolution' });
  await map.getByRole('gridcell', { selected: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('gridcell', { selected: true })).toHaveText('110 M 61.7%*');
  await expect(page).toHaveURL(/net\.width=0\.5/);
  await expect(page).toHaveURL(/net\.resolution=192/);
  const { macs } = costOf(builtGraph(mobileNetV1, { width: 0.5, resolution: 192 }));
  await expect(page.getByRole('button', { name: macs.toLocaleString('en'), exact: true })).toBeVisible();
  await expect(shares.locator('[data-share=pointwise-macs]')).not.toHaveText('94.86');
  await expect(page.getByRole('link', { name: 'All layers of this MobileNet V1' })).toHaveAttribute(
    'href',
    /net=mobilenet-v1:width=0\.5:resolution=192/,
  );
});

test('a trained channel is proven silent by its kernel and bias, and its neighbour is not', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const silent = section(page, 'What it leaves open');
  const gate = page.locator('[data-gate="mobilenet-v1/p7"]');
  await gate.getByRole('textbox').fill('0');
  await gate.getByRole('button', { name: 'Reveal' }).click();
  await expect(gate).toContainText('You said 0, it is 3.');
  const channel = silent.getByRole('slider', { name: 'Channel' });
  await expect(channel).toHaveAttribute('aria-valuetext', '9');
  await expect(silent.getByText('Never above 0')).toBeVisible();
  await expect(silent.locator('[data-most]')).toHaveText(/^−/);
  await channel.focus();
  await page.keyboard.press('ArrowRight');
  await expect(silent.getByText(/it can be anything from 0 to 6/)).toBeVisible();
  await expect(page).toHaveURL(/silent\.channel=10/);
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
