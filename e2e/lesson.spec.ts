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
  await wires.getByRole('button', { name: 'Reveal' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(wires.getByRole('radio').last()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(wires.getByRole('radio').last()).toBeChecked();
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

  const sheet = page.getByRole('region', { name: 'Check yourself' });
  const outcome = await sheet.getByText(/\d of 5 right/).innerText();
  await page.reload();
  await expect(sheet.getByText(outcome)).toBeVisible();
  await expect(sheet.getByRole('img', { name: '5 of 5 answered' })).toBeVisible();

  await page.goto('./#/progress');
  await page.reload();
  await expect(chapter(page, '/counting')).toContainText('10 of 13 questions');
  await expect(chapter(page, '/counting')).toContainText(outcome.replace('.', ''));
  const file = await savedText(page.getByRole('button', { name: 'Save as a file' }));

  const elsewhere = await browser.newContext({ serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await other.goto(new URL('./#/progress', page.url()).href);
  await expect(chapter(other, '/counting')).toContainText('0 of 13 questions');
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Open a saved file' }).click();
  const strange = { id: 'counting/p9', at: '2026-01-05T10:00:00.000Z', given: { kind: 'shown' } };
  const given = file.replace('"answers": [', `"answers": [${JSON.stringify(strange)},`);
  await (await chooser).setFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(given) });
  await expect(chapter(other, '/counting')).toContainText('10 of 13 questions');
  await expect(other.getByText('counting/p9: this version has no such question')).toBeVisible();
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

/** Answers all five checks by keyboard, whatever was drawn: each question takes the focus of the one before. */
async function answerChecks(page: Page): Promise<void> {
  const sheet = page.getByRole('region', { name: 'Check yourself' });
  const check = sheet.locator('[data-check]');
  await sheet.getByRole('radio', { name: 'One at a time' }).focus();
  await page.keyboard.press('Tab');
  for (let number = 1; number <= 5; number += 1) {
    await expect(check).toContainText(`Question ${String(number)} of 5`);
    const field = check.getByRole('textbox');
    const isTyped = (await field.count()) > 0;
    await expect(isTyped ? field : check.getByRole('radio').first()).toBeFocused();
    await page.keyboard.type(isTyped ? '1,234 万' : ' ');
    await page.keyboard.press('Tab');
    await expect(check.getByRole('button', { name: 'Check' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(check.getByText(/The answer:|It is (true|false)/)).toBeVisible();
    await expect(check.getByText(/You answered(: .+| 1,234 万, read as 12,340,000.*)\./)).toBeVisible();
    if (number < 5) await sheet.getByRole('button', { name: 'Next question' }).press('Enter');
  }
  await expect(sheet.getByText(/\d of 5 right/)).toBeFocused();
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
