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
  const macs = costOfName('mobilenet-v2:width=0.5').macs.toLocaleString('en');
  await expect(page.getByRole('radio', { name: `${macs} for one image` })).toBeVisible();

  await page.getByRole('button', { name: 'Parts of Stage 3' }).press('Enter');
  await expect(page.locator('[data-part="stage3.block2"]')).toContainText('Block 2–3× 2');
  await page.getByRole('button', { name: 'Block 1', exact: true }).press('Enter');
  await expect(page.getByRole('img', { name: 'MobileNet V2 Stage 3, block 1' })).toBeInViewport();

  await page.reload();
  await expect(width).toHaveValue('0.5');
  await expect(page.getByRole('heading', { name: 'Stage 3, block 1' })).toBeVisible();
});

test('a person walks through the network by keyboard, asks where its params are, and shares what is shown', async ({
  page,
}) => {
  await page.goto('./#/networks');
  const strip = page.getByRole('listbox', { name: 'Parts of the network' });
  const chosen = strip.getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName(/^Stage 2, block 1, gives 56×56×24; Memory access 6.30\sM, 21.1% of all$/);
  await chosen.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Stage 2, block 2' })).toBeVisible();
  await expect(chosen).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: 'Classifier' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Classifier' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('heading', { name: 'Stem' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Previous part' })).toBeDisabled();
  await page.getByRole('button', { name: 'Next part' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Stage 1, block 1' })).toBeVisible();

  await expect(page.getByText('Memory access is spent early: 63% is over before')).toBeVisible();
  await page.getByRole('radio', { name: 'Params' }).first().press('Space');
  await expect(page.getByText('Params sit late: 80% are in the last 6 of 21 parts')).toBeVisible();
  await expect(page).toHaveURL(/bars=params/);
  await page.reload();
  await expect(page.getByText('Params sit late: 80% are in the last 6 of 21 parts')).toBeVisible();
  await expect(chosen).toHaveAccessibleName(/^Stage 1, block 1, gives 112×112×16; Params 896/);
});

test('the network is enlarged around what is chosen, and shown whole again', async ({ page }) => {
  await page.goto('./#/networks?at=stage5.block3');
  const chosen = page.getByRole('option', { name: /^Stage 5, block 3/ });
  const widthOf = async () => (await chosen.boundingBox())?.width ?? 0;
  const whole = await widthOf();
  await chosen.press('+');
  await expect.poll(widthOf).toBeGreaterThan(whole * 1.3);
  await page.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await expect.poll(widthOf).toBeGreaterThan(whole * 2);
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  await chosen.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(widthOf).toBeGreaterThan(whole * 3);
  await chosen.press('0');
  await expect.poll(widthOf).toBeCloseTo(whole);
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
});

test('a pointer reads a part, and a finger chooses one on a phone, where only the picture scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/networks?net=squeezenet&at=fire9');
  await page.getByText('To scale: across, channels').scrollIntoViewIfNeeded();
  await expect(page.getByRole('option', { name: /^Fire 9,/ })).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('option', { name: /^Convolution 10,/ }).click();
  await expect(page.getByRole('heading', { name: 'Convolution 10' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('option', { name: /^Fire 5,/ }).hover();
  await expect(page.getByText('27×27×256 → 27×27×256').first()).toBeVisible();
});

test('another network is chosen by the name of this one, and starts without the parts of this one', async ({
  page,
}) => {
  await page.goto('./#/networks?at=stage5.block3&open=stage5');
  await page
    .getByRole('heading', { level: 1 })
    .getByRole('button', { name: /MobileNet V2/ })
    .press('Enter');
  await page.getByRole('option', { name: 'SqueezeNet' }).click();
  await expect(page).toHaveURL(/net=squeezenet/);
  await expect(page).not.toHaveURL(/at=|open=/);
  await expect(page.getByRole('option', { name: /^Fire 2,/ })).toBeVisible();
  await expect(page.getByText('Not everything in this address could be used.')).toBeHidden();
});

test('names of parts in an address are looked up, and those that are not there are told', async ({ page }) => {
  await page.goto('./#/networks?net=xception&at=figure-xception.middle.module3&open=entry,nowhere&layer=missing.conv');
  await expect(page.getByRole('heading', { name: 'Middle flow, module 3' })).toBeVisible();
  await expect(page.locator('[data-part="entry.module1"]')).toBeVisible();
  const notice = page.getByRole('listitem').filter({ hasText: 'This network has no part of this name.' });
  await expect(notice).toHaveText([/open=nowhere /, /layer=missing.conv /]);
  await page.goto('about:blank');
  await page.goto('./#/networks?at=stage9');
  await expect(notice).toHaveText([/at=stage9 .* Used instead: stage2.block1.$/]);
});

test('no name of a part is an identifier, in either language', async ({ page }) => {
  for (const [language, some] of [
    ['en', 'Stage 3, module 1'],
    ['zh-Hans', '阶段 3，模块 1'],
  ] as const) {
    await page.goto(
      `./?lang=${language}#/networks?net=inception-v3&open=all&at=stage3.module1&layer=stage3.module1.tower1.conv1.conv`,
    );
    await expect(page.getByRole('heading', { name: some })).toBeVisible();
    const table = page.locator('[data-part]');
    await expect(table.first()).toBeVisible();
    const names = await table.locator('th').allInnerTexts();
    expect(names.length).toBeGreaterThan(100);
    const raw = names.filter((name) => /[a-z][A-Z]|[a-z]\d|tower/.test(name.replaceAll('ReLU', '')));
    expect(raw).toEqual([]);
  }
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
