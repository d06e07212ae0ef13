import type { Page } from '@playwright/test';
import { accessibilityFaults } from './fixtures/accessibilityFaults';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off' });

async function pagesOfPdf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('a teacher follows a plan to a screen, asks for the exam’s answers, and prints sheets of all chapters', async ({
  page,
}) => {
  await page.goto('./#/teach');
  await expect(page.getByRole('heading', { level: 1, name: 'Teach' })).toBeVisible();
  await expect(page.getByText('57,802,752')).toHaveCount(0);
  await page.getByText('Show the answers').click();
  await expect(page.getByText(/73,728 params .* 57,802,752 multiply-adds .* 374,784 elements/)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Present: Counting: memory access' }).first().click();
  await expect(page.locator('[data-presenter=title]')).toContainText('?');
  await expect(page).toHaveURL(/#\/counting\?present=memory.p2/);

  const sheets = new Map<string, number>();
  await page.goto('./#/worksheet');
  const links = [
    'counting',
    'squeezenet',
    'xception',
    'mobilenet-v1',
    'shufflenet-v1',
    'mobilenet-v2',
    'shufflenet-v2',
  ];
  for (const chapter of [...links, 'mobilenet-v3', 'efficientnet-lite0', 'summary']) {
    for (const sheet of ['questions', 'answers']) {
      await page.goto(`./#/worksheet?chapter=${chapter}&seed=7&sheet=${sheet}`);
      await expect(page.locator(`[data-sheet=${sheet}]`)).toContainText('sheet 7');
      await page.emulateMedia({ media: 'print' });
      for (const format of ['A4', 'Letter'] as const)
        sheets.set(`${chapter} ${sheet} ${format}`, await pagesOfPdf(page, format));
      await page.emulateMedia({ media: null });
    }
  }
  // A block of many layers takes the back as well.
  const long = /^(shufflenet-v2|mobilenet-v3) /;
  expect([...sheets].filter(([sheet, count]) => count > (long.test(sheet) ? 2 : 1))).toEqual([]);

  await page.goto('./#/worksheet?chapter=squeezenet&fire.squeeze=32');
  const questions = page.locator('[data-sheet=questions]');
  await expect(questions.locator('tbody tr').first().locator('td').first()).not.toBeEmpty();
  await expect(questions.locator('tbody tr').nth(1).locator('td').first()).toBeEmpty();
  await expect(questions).toContainText('fire.squeeze=32');
  // A block of one layer is not solved before it is asked.
  await page.goto('./#/worksheet?chapter=counting');
  await expect(questions).toContainText('Count this layer');
  await expect(questions.locator('tbody td').first()).toBeEmpty();
});
