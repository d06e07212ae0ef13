import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { savedText } from '../fixtures/savedText';
import { expect, test } from '../fixtures/test';

test.use({ webGpu: 'off' });

/** A code as the first version of the app wrote it, with its own time. */
function codeOf(inferenceMs: number, adapter = 'a phone'): string {
  return (
    `1~squeezenet:version=1.1:classes=64:resolution=96~wasm~${encodeURIComponent(adapter).replaceAll('%20', '+')}~Safari+19,+iOS~tlpwu8` +
    `~100~12.3~20~1~2~${String(inferenceMs)}~9~0.5~1~29.9~3~1234~56~12350000`
  );
}

type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

function upload(name: string, text: string): Upload {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function chooseFiles(page: Page, files: readonly Upload[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([...files]);
}

const bodyRows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Remove' }) });

test('files chosen together are all taken, a bad one is named, and what is removed comes back', async ({ page }) => {
  await page.goto('./#/collect');
  await chooseFiles(page, [
    upload('a.json', codeOf(1)),
    upload('broken.json', '{"network": "mobilenet-v2"}'),
    upload('b.json', `${codeOf(2, '=HYPERLINK("https://example.org")')} ${codeOf(3)}`),
    upload('again.json', codeOf(1)),
  ]);
  await expect(page.getByText('3 new results. 1 was there already.')).toBeVisible();
  await expect(page.getByText('broken.json: no such backend')).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(3);
  const csv = await savedText(page.getByRole('button', { name: 'CSV', exact: true }).last());
  expect(csv).toContain(`"'=HYPERLINK(""https://example.org"")"`);

  const remove = page.getByRole('button', { name: 'Remove', exact: true });
  await remove.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toHaveCount(2);
  await expect(remove.nth(1)).toBeFocused();
  await page.getByRole('button', { name: 'Remove all' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toHaveCount(2);
  await undo.click();
  await expect(bodyRows(page)).toHaveCount(3);
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFitOnPhone(page);
});

test('two tabs that collect at the same time lose nothing, and what is gone in one is gone in the other', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto('./#/collect');
  const paste = async (tab: Page, codes: readonly string[]) => {
    await tab.getByRole('textbox', { name: 'Links, one or many' }).fill(codes.join('\n'));
    await tab.getByRole('button', { name: 'Add them' }).click();
  };
  await Promise.all([paste(page, [codeOf(1), codeOf(2)]), paste(other, [codeOf(2), codeOf(3)])]);
  for (const tab of [page, other]) await expect(bodyRows(tab)).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
  for (const tab of [page, other]) await expect(bodyRows(tab)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await other.reload();
  await expect(bodyRows(other)).toHaveCount(3);
});

test(
  'three thousand results are added in a moment, stay usable, and are removed at once',
  { tag: '@thorough' },
  async ({ page }) => {
    await page.goto('./#/collect');
    await expect(page.getByText('No results yet.')).toBeVisible();
    const codes = Array.from({ length: 3000 }, (_, index) => codeOf(1 + index / 100, `phone ${String(index % 40)}`));
    const addedMs = await elapsedMs(async () => {
      await chooseFiles(page, [upload('class.json', codes.join('\n'))]);
      await expect(page.getByText('3,000 new results.')).toBeVisible();
    });
    await expect(page.getByText('1 to 100 of 3,000')).toBeVisible();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText('101 to 200 of 3,000')).toBeVisible();
    const removedMs = await elapsedMs(async () => {
      await page.getByRole('button', { name: 'Remove all' }).click();
      await expect(page.getByText('3,000 entries were removed.')).toBeVisible();
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('1 to 100 of 3,000')).toBeVisible();
    test.info().annotations.push({ type: 'times', description: `${addedMs} ms to add, ${removedMs} ms to remove` });
    // Both take less than two seconds on a machine that does nothing else.
    expect(addedMs).toBeLessThan(10_000);
    expect(removedMs).toBeLessThan(10_000);
  },
);

async function elapsedMs(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return Math.round(performance.now() - start);
}
