import type { Locator, Page } from '@playwright/test';
import { expectGoodLooksNow } from './fixtures/expectGoodLooks';
import { savedText } from './fixtures/savedText';
import { expect, test } from './fixtures/test';

test.describe.configure({ timeout: 240_000 });

test('a newcomer goes through a chapter by keyboard, and takes the answers to another browser', async ({
  page,
  browser,
}) => {
  await page.goto('./#/counting');
  await expect(page.getByRole('heading', { name: 'Afterwards you can' })).toBeVisible();

  const keyPoints = page.locator('#key-points');
  await expect(keyPoints.getByText('Show key points')).toBeVisible();
  await expect(keyPoints.getByRole('listitem')).toHaveCount(0);

  const stride = gate(page, 'counting/p1');
  await expect(stride.locator('[data-bar=stride-2]')).toContainText('?');
  await stride.getByRole('textbox').focus();
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await expect(stride.getByText('Not read as a number: “two”')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(stride.getByText('You said 2×, it is 4×.')).toBeVisible();
  await expect(stride.getByText('half of each row')).toBeVisible();
  await expect(stride.locator('[data-bar=stride-2]')).toContainText('73,728');
  await expect(section(page, 'The kernel is evaluated')).toHaveAttribute('data-done', 'true');

  const shares = gate(page, 'counting/p3');
  const params = shares.getByRole('slider', { name: 'Params' });
  await params.focus();
  await page.keyboard.press('End');
  await expect(params).toHaveValue('100');
  await pressReveal(shares);
  await expect(shares.getByText('It is 96.2%, 8.1%.')).toBeVisible();

  const wires = gate(page, 'counting/p4');
  await wires.getByRole('radio', { name: '12' }).focus();
  await page.keyboard.press('ArrowDown');
  await pressReveal(wires);
  await expect(wires.getByRole('img', { name: 'Output channel 5 reads 4 of 12 input channels' })).toBeVisible();

  for (const id of ['counting/p2', 'counting/p5']) {
    const closed = gate(page, id);
    await closed.getByRole('button', { name: 'Show me without guessing' }).focus();
    await page.keyboard.press('Enter');
    await expect(closed.getByRole('button', { name: 'Guess again' })).toBeVisible();
  }

  await expect(keyPoints.getByRole('listitem')).toHaveCount(3);

  await answerChecks(page);
  await expect(section(page, 'Check yourself')).toHaveAttribute('data-done', 'true');
  await expectGoodLooksNow(page);

  await page.goto('./#/progress');
  await page.reload();
  await expect(chapter(page, '/counting')).toContainText('10 of 13 questions');
  const file = await savedText(page.getByRole('button', { name: 'Save as a file' }));

  const elsewhere = await browser.newContext({ serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await other.goto(new URL('./#/progress', page.url()).href);
  await expect(chapter(other, '/counting')).toContainText('0 of 13 questions');
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Open a saved file' }).click();
  await (await chooser).setFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(chapter(other, '/counting')).toContainText('10 of 13 questions');
  await other.getByRole('button', { name: 'Erase all answers' }).click();
  await expect(chapter(other, '/counting')).toContainText('0 of 13 questions');
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(chapter(other, '/counting')).toContainText('10 of 13 questions');
  await expectGoodLooksNow(other);
  await elsewhere.close();
});

test('a link that hides the answers hides them in the whole course, until one press shows them', async ({ page }) => {
  await page.goto('./#/squeezenet?answers=hidden');
  const line = page.getByRole('region', { name: 'Answers' });
  await expect(line).toContainText('This link hides the answers');
  await page.getByText('First:').getByRole('link', { name: 'Counting' }).click();
  await expect(page).toHaveURL(/counting\?answers=hidden/);
  await expect(page.getByRole('switch', { name: 'Hide the answers' })).toBeChecked();
  await page.getByRole('link', { name: 'Featherweight' }).click();
  await page.getByRole('link', { name: 'Begin with Counting' }).click();
  await page.getByRole('link', { name: 'X-ray', exact: true }).click();
  await expect(page).toHaveURL(/xray\?answers=hidden/);
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^Counting/ })
    .click();
  await expect(page.getByText('Answer', { exact: true })).toHaveCount(0);
  await line.getByRole('button', { name: 'Show the answers' }).press('Enter');
  await expect(line).toBeHidden();
  await expect(page.getByText('Answer', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'X-ray', exact: true })).toHaveAttribute('href', '#/xray');
});

/** Answers all five checks on one sheet, whatever was drawn. */
async function answerChecks(page: Page): Promise<void> {
  const sheet = page.getByRole('region', { name: 'Check yourself' });
  await sheet.getByRole('radio', { name: 'One at a time' }).focus();
  await page.keyboard.press('ArrowRight');
  const checks = sheet.locator('[data-check]');
  await expect(checks).toHaveCount(5);
  for (const check of await checks.all()) {
    const field = check.getByRole('textbox');
    if ((await field.count()) > 0) {
      await field.focus();
      await page.keyboard.type('1,234 万');
    } else {
      await check.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
    }
    await check.getByRole('button', { name: 'Check' }).press('Enter');
    await expect(check.getByText(/The answer:|It is (true|false)/)).toBeVisible();
    await expect(check.getByText(/You answered(: .+| 1,234 万, read as 12,340,000.*)\./)).toBeVisible();
  }
}

async function pressReveal(asked: Locator): Promise<void> {
  await asked.getByRole('button', { name: 'Reveal' }).press('Enter');
}

function gate(page: Page, id: string): Locator {
  return page.locator(`[data-gate="${id}"]`);
}

/** The entry of a section in the list of contents. */
function section(page: Page, title: string): Locator {
  return page.getByRole('navigation', { name: 'In this chapter' }).getByRole('listitem').filter({ hasText: title });
}

function chapter(page: Page, path: string): Locator {
  return page.locator(`[data-chapter="${path}"]`);
}
