import { fireModule } from '../../src/nets/explorables/fireModule';
import { builtGraph } from '../../src/nets/models/model';
import { squeezeNet } from '../../src/nets/models/squeezeNet';
import { costOf } from '../../src/nets/readings/cost';
import { compressedBytes } from '../../src/nets/readings/compressedSize';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

test('a student widens the squeeze layer until the bottleneck is gone, and shares the address', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const squeeze = section(page, 'The Fire module').getByRole('slider', { name: 'Squeeze s₁ₓ₁' });
  await squeeze.focus();
  await page.keyboard.press('ArrowRight');
  await expect(squeeze).toHaveAttribute('aria-valuetext', '24');
  await expect(page.locator('[data-figure=squeeze-ratio]')).toHaveText('0.188');
  await expect(page).toHaveURL(/fire\.squeeze=24/);

  await page.goto(`./#${chapter()}?fire.squeeze=128`);
  await page.reload();
  await expect(page.getByText('no bottleneck: 128 ≥ 128')).toBeVisible();
});

test('the numbers of the Fire module are those of its graph', async ({ page }) => {
  for (const values of [
    {},
    { squeeze: 64 },
    { inChannels: 512, squeeze: 64, expand1x1: 256, expand3x3: 256, resolution: 13 },
  ]) {
    await openChapter(page, { fire: values });
    await expectCost(page.getByRole('main'), costOf(fireModule.graph(values)));
  }
});

test('the table counts the four forms, and the calculator counts bytes', async ({ page }) => {
  await page.goto(`./#${chapter()}?forms.shown=complex&deep.bits=8`);
  const complex = costOf(builtGraph(squeezeNet, { bypass: 'complex' }));
  await expect(page.locator('[data-form=complex] [data-figure=params] [title]')).toHaveAttribute(
    'title',
    complex.params.toLocaleString('en'),
  );
  await expect(
    page.getByRole('img', { name: 'SqueezeNet, Complex bypass: 14 blocks, 8 with a shortcut' }),
  ).toBeVisible();
  const bytes = compressedBytes(costOf(builtGraph(squeezeNet)).params, { bits: 8, kept: 0.33, indexBits: 4 });
  await expect(page.locator('[data-figure=compressed]')).toHaveText(`${(bytes / 1e6).toFixed(2)} MB`);
});

test('three forms are put in order by keyboard, and each lands at its true place', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const order = page.locator('[data-gate="squeezenet/p4"]');
  await expect(page.locator('[data-form=complex]')).toHaveCount(0);
  const complex = order.getByRole('button', { name: /Complex bypass/ });
  await complex.focus();
  await page.keyboard.press('ArrowUp');
  await expect(complex).toBeFocused();
  await expect(complex).toContainText('2');
  await order.getByRole('button', { name: 'Reveal' }).press('Enter');
  await expect(order.getByText('So it is: Plain, Complex bypass, Simple bypass.')).toBeVisible();
  await expect(page.locator('[data-form=complex]')).toHaveCount(1);
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
