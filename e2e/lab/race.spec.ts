import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { expect, test } from '../fixtures/test';
import { expectEspressoIn, rankedTimes } from './racePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'off' });

const three = 'shufflenet-v2-everyday64,mobilenet-v2-everyday64,shufflenet-v1-everyday64';

test('three networks race, the fastest first, and at least two see espresso', async ({ page }) => {
  await page.goto(`./#/race?nets=${three}`);
  await expectEspressoIn(page, 2);
  // Times go on changing while they are read.
  await expect(async () => {
    const times = await rankedTimes(page);
    expect(times).toHaveLength(3);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }).toPass();
  await expect(page.getByRole('img', { name: 'Measured inference time against MACs, 3 points' })).toBeVisible();
  await page.getByText('Params', { exact: true }).click();
  await expect(page.getByRole('img', { name: 'Measured inference time against Params, 3 points' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFitOnPhone(page);
});

test('on the camera, a network joins and one leaves while the others keep running', async ({ page }) => {
  await page.goto(`./#/race?source=camera&nets=${three}`);
  await expectEspressoIn(page, 2);
  await page.getByRole('button', { name: 'Add a network' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(5);
  await expect.poll(async () => (await rankedTimes(page)).length, { timeout: 60_000 }).toBe(4);
  await page.getByRole('button', { name: 'Remove MobileNet V2 1×' }).click();
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  await expect.poll(async () => (await rankedTimes(page)).length).toBe(3);
  await expectEspressoIn(page, 1);
});

test('an untrained network races for its latency only', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('./#/race?nets=shufflenet-v2-everyday64,shufflenet-v2:width=0.5:resolution=64');
  await expect(page.getByRole('row', { name: /ShuffleNet V2 0.5×/ })).toContainText('untrained: latency only', {
    timeout: 60_000,
  });
});
