import { writeFileSync } from 'node:fs';
import { packedJson } from '../../src/classroom/packedJson';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expectFitOnPhone } from '../fixtures/expectGoodLooks';
import { picturedCode } from '../fixtures/picturedCode';
import { expect, test } from '../fixtures/test';

/** A task as the page that makes tasks packs it: the Fire module with at most 20,000 params. */
const light = packedJson('task', 1, [
  ...['p', 'Light Fire', 'Make it light.', 0, 10, '/squeezenet?fire.squeeze=64'],
  ...[[['m', 'fire', 0, 0, 20_000]], ['fire.expand3x3']],
]);

/** Items 3 and 6 of the concept inventory, before the course. */
const inventory = packedJson('task', 1, ['i', 'Concepts', 'Answer alone.', 1, null, 0, [3, 6]]);

/** What another device hands in, as links carry it. */
function handed(nickname: string, outcome: readonly unknown[] = solved): string {
  const code = packedJson('result', 2, ['0123456789abcd', 'Light Fire', nickname, 1_790_000_061, 61, ...outcome]);
  return `https://example.org/#/collect?r=${code}`;
}

const solved = ['p', '/squeezenet?fire.squeeze=8', true, [9000], {}];

test.use({ webGpu: 'off', camera: { shows: picturedCode(handed('Grace')) } });

test('a teacher makes a task, a student elsewhere solves it, and Collect has it by link, by code and by forty files', async ({
  page,
  browser,
}, info) => {
  await page.goto('./#/squeezenet?fire.squeeze=64');
  await page.getByRole('button', { name: 'Share this page' }).first().click();
  await page.getByRole('link', { name: 'Make a task of this page' }).click();
  await page.getByRole('textbox', { name: 'Name of the task' }).fill('Light Fire');
  await page.getByRole('textbox', { name: 'What to do' }).fill('Make it <b>light</b>.');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByText('Expand e₃ₓ₃', { exact: true }).click();
  await expect(page.getByText('The goal can be reached with the free controls.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'QR code of the task' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Make it <b>light</b>.');
  const link = await page.getByRole('textbox', { name: 'Link to the task' }).inputValue();

  const class1 = await browser.newContext();
  const student = await class1.newPage();
  await student.goto(link);
  const bar = student.getByRole('region', { name: 'Task' });
  await expect(bar).toContainText('Make it <b>light</b>.');
  await expect(bar).toContainText('Not yet.');
  // On a phone most of the window is the page's; folded, the bar still says how far one is.
  await student.setViewportSize({ width: 390, height: 844 });
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(0.4 * 844);
  await bar.getByRole('button', { name: 'Fold the task' }).click();
  await expect(bar.getByRole('button', { name: 'Hand in' })).toBeHidden();
  await expect(bar).toContainText('Not yet.');
  await bar.getByRole('button', { name: 'Show the whole task' }).click();
  await student.setViewportSize({ width: 1280, height: 720 });
  const locked = student.getByRole('slider', { name: /^Expand e₃/ }).first();
  await expect(locked).toBeDisabled();
  const squeeze = student.getByRole('slider', { name: /^Squeeze/ }).first();
  await squeeze.focus();
  await student.keyboard.press('Home');
  await expect(bar).toContainText('Reached: hand it in.');
  // An address does not move what is locked. The page writes its own address a moment after a move.
  await expect(student).not.toHaveURL(/fire\.squeeze=64/);
  await student.evaluate(() => {
    window.location.hash = window.location.hash.replace('?', '?fire.expand3x3=8&');
  });
  await expect(locked).toHaveAttribute('aria-valuetext', /64/);
  await bar.getByRole('button', { name: 'Hand in' }).click();
  await expect(bar).toContainText('Type your name first.');
  await bar.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await bar.getByRole('button', { name: 'Hand in' }).click();
  await expect(bar.getByRole('img', { name: 'QR code of your result' })).toBeVisible();
  expect(await accessibilityFaults(student)).toEqual([]);
  const result = await bar.getByRole('textbox', { name: 'Link to your result' }).inputValue();
  await class1.close();

  // The teacher finds the task again after the page was closed.
  await page.goto('./#/task');
  const made = page.getByRole('region', { name: 'Tasks made in this browser' });
  await expect(made.getByRole('listitem')).toHaveCount(1);
  await expect(made).toContainText('Light Fire');
  await made.getByRole('button', { name: 'Remove', exact: true }).click();
  await made.getByRole('button', { name: 'Undo' }).click();
  await made.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(page.getByRole('textbox', { name: 'What to do' })).toHaveValue('Make it <b>light</b>.');
  await expect(page.getByText('The goal can be reached with the free controls.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'QR code of the task' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFitOnPhone(page);

  await page.goto(result);
  await page.getByRole('button', { name: 'Add it to the collection' }).click();
  await expect(page.getByRole('row', { name: /Ada goal reached/ })).toBeVisible();
  // The link of the task itself is told as what it is.
  await page.getByRole('textbox', { name: 'Links, one or many' }).fill(link);
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('This is the link to a task, not to a result.')).toBeVisible();
  await expect(page.getByText('1 handed in, below')).toBeVisible();
  await expect(page.getByText(/Fire module: Params at most/)).toBeVisible();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByRole('row', { name: /Grace goal reached/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const files = Array.from({ length: 40 }, (_, index) => {
    const file = info.outputPath(`result-${String(index + 1)}.txt`);
    writeFileSync(file, handed(String(index + 1)));
    return file;
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
  await expect(page.getByText('40 new results.')).toBeVisible();
  await expect(page.getByText('41 handed in. 41 reached the goal.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFitOnPhone(page);
});

test('a broken or newer task leaves the page as it is, and the inventory is answered without a word on what is right', async ({
  page,
}) => {
  await page.goto(`./#/squeezenet?fire.squeeze=64&task=${light.slice(0, -3)}`);
  await expect(page.getByText('a part of it is missing or changed')).toBeVisible();
  await expect(page.getByRole('slider', { name: /^Squeeze/ }).first()).toHaveAttribute('aria-valuetext', /64/);
  await page.goto(`./#/counting?task=${light.replace(/^1/, '2')}`);
  await expect(page.getByText('made with a newer version')).toBeVisible();

  await page.goto(`./#/quiz?task=${inventory}`);
  const bar = page.getByRole('region', { name: 'Task' });
  await expect(bar).toContainText('0 of 2 answered.');
  await page.getByText('128× fewer elements').click();
  await page.getByText('twice as fast').click();
  await expect(bar).toContainText('2 of 2 answered.');
  // Answers are kept until another person begins.
  await page.reload();
  await expect(bar).toContainText('2 of 2 answered.');
  await bar.getByRole('textbox', { name: 'Your number' }).fill('17');
  await bar.getByRole('button', { name: 'Hand in' }).click();
  const link = await bar.getByRole('textbox', { name: 'Link to your result' }).inputValue();
  await expect(page.getByText('multiply-adds are time')).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Another person at this device' }).click();
  await expect(bar).toContainText('0 of 2 answered.');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.goto('./#/collect');
  await page
    .getByRole('textbox', { name: 'Links, one or many' })
    .fill(`${link} ${handed('3', ['i', 1, [3, 6], { 3: 'A', 6: 'C' }])}`);
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByRole('row', { name: /^6 Network A .* 0% 100% 1.00/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^3 A depthwise .*moving follows computing/ })).toBeVisible();
});
