import { networkOfName } from '../src/nets/models/networkName';
import { costOf } from '../src/nets/readings/cost';
import { expectGoodLooks } from './fixtures/expectGoodLooks';
import { expect, test } from './fixtures/test';

function costOfName(name: string) {
  const network = networkOfName(name);
  const graph = network.ok ? network.value.model.build(network.value.choice) : network;
  if (!graph.ok) throw new Error(graph.error);
  return costOf(graph.value);
}

test('a student halves the width, opens a stage, sees its block, and shares the address', async ({ page }) => {
  await page.goto('./#/networks');
  const width = page.getByRole('textbox', { name: 'Width multiplier' });
  await width.fill('0.5');
  await width.press('Enter');
  await expect(page).toHaveURL(/net=mobilenet-v2:width=0\.5|net=mobilenet-v2%3Awidth%3D0\.5/);
  await expect(page.getByLabel(costOfName('mobilenet-v2:width=0.5').macs.toLocaleString('en')).first()).toBeVisible();

  await page.getByRole('button', { name: 'Parts of stage3' }).press('Enter');
  await expect(page.locator('[data-part="stage3.block2"]')).toContainText('× 2');
  await page.getByRole('button', { name: 'block1', exact: true }).press('Enter');
  await expect(page.getByRole('img', { name: 'MobileNet V2 stage3.block1' })).toBeVisible();

  await page.reload();
  await expect(width).toHaveValue('0.5');
});

test('the rows of a network add up to what the command line counts, whatever its options', async ({ page }) => {
  for (const id of ['inception-v3', 'shufflenet-v1:groups=8', 'mobilenet-v3:size=small:width=0.75']) {
    await page.goto('about:blank');
    await page.goto(`./#/networks?net=${id}`);
    const rows = page.locator('[data-depth="0"] [data-figure=macs]');
    await expect(rows.first()).toBeVisible();
    const macs = await rows.evaluateAll((cells) =>
      cells.reduce((sum, cell) => sum + Number(cell.getAttribute('data-value')), 0),
    );
    expect(macs).toBe(costOfName(id).macs);
  }
});

test('an address without a known network says so and still shows one', async ({ page }) => {
  await page.goto('./#/networks?net=shufflenet-v1:groups=7');
  await expect(page.getByText('groups of ShuffleNet V1 cannot be 7. Possible: 1, 2, 3, 4, or 8.')).toBeVisible();
  await expect(page.locator('[data-depth="0"]').first()).toBeVisible();
});

test('a teacher compares four networks and shares them', async ({ page }) => {
  await page.goto('./#/compare?nets=mobilenet-v1:width=0.5,shufflenet-v2,squeezenet:version=1.1');
  await page.getByRole('button', { name: 'Add a network' }).press('Enter');
  const macs = page.locator('td[data-figure=operations]');
  await expect(macs).toHaveCount(4);
  await expect(macs.first()).toHaveAttribute('data-value', String(costOfName('mobilenet-v1:width=0.5').macs));
  await expect(page.getByRole('button', { name: 'Add a network' })).toBeDisabled();
  await expect(page.getByRole('img', { name: /4 of them compared|3 of them compared/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Params' }).press('Space');
  await expect(page).toHaveURL(/against=params/);
  await page.getByRole('button', { name: 'How this is counted' }).press('Enter');
  await page.getByRole('radio', { name: 'two: FLOPs' }).press('Space');
  await expect(macs.first()).toHaveAttribute('data-value', String(2 * costOfName('mobilenet-v1:width=0.5').macs));
  await expect(page).toHaveURL(/perMac=2/);
});

for (const path of ['/networks', '/compare']) {
  test(`${path} is accessible and fits in either language and theme, wide and narrow`, async ({ page }) => {
    await expectGoodLooks(page, path);
  });
}
