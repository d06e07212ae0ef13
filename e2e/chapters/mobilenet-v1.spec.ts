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
  await page.goto(`./#${chapter()}?split.outChannels=8`);
  const bench = section(page, 'One convolution');
  await bench.getByRole('radio', { name: 'the depthwise 3×3' }).press('Space');
  await expect(bench.getByText('Not quite.')).toBeVisible();
  await bench.getByRole('radio', { name: 'the depthwise 3×3' }).press('ArrowRight');
  await expect(bench.getByText('Right.')).toBeVisible();

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
  await expectCost(bench, costOf(splitConvolution.graph({ outChannels: 2 })));
  for (const name of ['Input channels M', 'Output channels N', 'Kernel size k']) {
    await expectHeldWhileDragged(bench.getByRole('slider', { name }));
  }
});

test('the numbers of the block and of the network are those of their graphs', async ({ page }) => {
  for (const { block, network } of [
    { block: {}, network: {} },
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
  await page.goto(`./#${chapter()}`);
  const shares = section(page, 'Nearly all');
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

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
