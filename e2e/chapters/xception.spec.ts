import { inceptionWalk } from '../../src/nets/explorables/inceptionWalk';
import { separableOrder } from '../../src/nets/explorables/separableOrder';
import { xceptionFlow } from '../../src/nets/explorables/xceptionFlow';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';

test('a teacher steps from Inception to the extreme module and shares the last step', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const gate = page.locator('[data-gate="xception/p1"]');
  await gate.getByRole('radio', { name: 'A third is left' }).press('Space');
  await gate.getByRole('button', { name: 'Reveal' }).press('Enter');
  await expect(gate).toContainText('You said: A third is left. It is: They stay.');
  await page
    .locator('[data-gate="xception/p2"]')
    .getByRole('button', { name: 'Show me without guessing' })
    .press('Enter');
  for (const [name, step] of [
    ['Simplified', 'simplified'],
    ['One shared 1×1', 'shared'],
    ['Extreme', 'extreme'],
  ] as const) {
    await page.getByRole('radio', { name, exact: true }).first().press('Space');
    await expect(page).toHaveURL(new RegExp(`walk\\.step=${step}`));
    await expect(page.getByRole('img', { name: `${name}: which channels share a convolution` })).toBeVisible();
    const { macs } = costOf(inceptionWalk.graph({ step }));
    await expect(page.locator('[data-figure=operations][data-value]').first()).toHaveAttribute(
      'data-value',
      String(macs),
    );
  }
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Extreme', exact: true }).first()).toBeChecked();
});

test('the numbers of the order and of the flows are those of their graphs', async ({ page }) => {
  await page.goto(
    `./#${chapter()}?walk.step=shared&order.first=pointwise&order.inChannels=64&order.outChannels=256&flow.module=entry`,
  );
  const figures = page.locator('[data-figure=operations][data-value]');
  const order = costOf(separableOrder.graph({ first: 'pointwise', inChannels: 64, outChannels: 256 })).macs;
  const flow = costOf(xceptionFlow.graph({ module: 'entry' })).macs;
  await expect(figures.nth(1)).toHaveAttribute('data-value', String(order));
  await expect(figures.nth(2)).toHaveAttribute('data-value', String(flow));
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
