import { convolution } from '../../src/nets/explorables/convolution';
import { costOf } from '../../src/nets/readings/cost';
import { chapter } from '../fixtures/chapter';
import { expectCost } from '../fixtures/expectCost';
import { expectGoodLooks } from '../fixtures/expectGoodLooks';
import { openChapter } from '../fixtures/openChapter';
import { section } from '../fixtures/section';
import { expect, test } from '../fixtures/test';

test('a student steps from the standard to the depthwise convolution and shares the address', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const groupsSection = section(page, 'Groups: from standard');
  const params = groupsSection.locator('[data-figure=params][data-value]').first();
  const groups = groupsSection.getByRole('slider', { name: 'Groups g' });
  await expect(params).toHaveAttribute('data-value', String(9 * 12 * 12));

  await groups.focus();
  // The common divisors of 12 and 12; the slider skips everything between them.
  for (const count of [2, 3, 4, 6, 12]) {
    await page.keyboard.press('ArrowRight');
    await expect(groups).toHaveAttribute('aria-valuetext', String(count));
    await expect(params).toHaveAttribute('data-value', String((9 * 12 * 12) / count));
  }
  await expect(
    page.getByRole('img', { name: /^3×3 depthwise convolution: .* 12 kernels in 12 groups$/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/conv\.groups=12/);

  await page.reload();
  await expect(params).toHaveAttribute('data-value', String(9 * 12));
  await groupsSection
    .getByRole('button', { name: /^Save or share/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await page.keyboard.press('Escape');
  await expect(params).toHaveAttribute('data-value', String(9 * 12 * 12));
  await expect(page).not.toHaveURL(/conv\.groups/);
});

test('the numbers of the convolution are those of its graph', async ({ page }) => {
  for (const values of [
    { stride: 2, resolution: 56 },
    { inChannels: 64, outChannels: 32, groups: 8, kernel: 5 },
    { inChannels: 48, outChannels: 64, kernel: 1, resolution: 7 },
  ]) {
    await openChapter(page, { conv: values });
    await expectCost(section(page, 'Groups: from standard'), costOf(convolution.graph(values)));
  }
});

test('choosing a number of a formula marks its place in the picture', async ({ page }) => {
  await page.goto(`./#${chapter()}?conv.stride=2&conv.show=both`);
  const diagram = page.getByRole('img', { name: 'This convolution' });
  const formula = section(page, 'Groups: from standard');
  await formula.getByText('Symbols').first().click();
  await formula.getByRole('button', { name: 'output height' }).first().click();
  await expect(diagram.locator('[data-traced]')).toHaveText('14×14×12');
  await formula.getByRole('button', { name: 'kernel height' }).first().click();
  await expect(diagram.locator('[data-traced]')).toContainText('3×3 conv');
});

test('the opening picture plays once, plays again, and shows its end at once where motion is reduced', async ({
  page,
}) => {
  await page.goto(`./#${chapter()}`);
  const picture = page.getByRole('img', { name: /^A 3×3 kernel slides over a map/ });
  await expect(picture.locator('[data-cost=macs]')).toContainText('576');
  await page.getByRole('button', { name: 'Play again' }).click();
  await expect(picture.locator('[data-cost=macs]')).not.toContainText('576');
  await expect(picture.locator('[data-cost=macs]')).toContainText('576');

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await expect(picture.locator('[data-cost=macs]')).toContainText('576');
  await expect(page.getByRole('button', { name: 'Play again' })).toBeHidden();
});

test('a claim is judged by keyboard, and the keyboard goes on at its verdict', async ({ page }) => {
  await page.goto(`./#${chapter()}`);
  const claim = page.getByRole('note', { name: 'Check this claim' }).first();
  await claim.getByRole('button', { name: 'False' }).press('Enter');
  await expect(claim.getByText('It is false.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(claim.getByRole('link').first()).toBeFocused();
});

test('is accessible and fits in either language and theme, wide and narrow', async ({ page }) => {
  await expectGoodLooks(page, chapter());
});
