import { expect, test } from '../fixtures/test';
import { expectInTopThree } from './livePage';

test.use({ camera: 'absent', webGpu: 'off' });

test('the network at the start recognises the cat, and espresso or a cup in the coffee', async ({ page }) => {
  await page.goto('./#/live?source=chelsea');
  await expect(page.getByRole('button', { name: /Network$/ })).toContainText('EfficientNet-Lite0');
  await expectInTopThree(page, /tabby|tiger cat|Egyptian cat|Persian cat|Siamese cat/);
  await page.getByRole('button', { name: 'Cup of coffee' }).click();
  await expectInTopThree(page, /espresso|cup/);
});

test('in Chinese its labels are Chinese', async ({ page }) => {
  await page.goto('./?lang=zh#/live?source=chelsea');
  await expectInTopThree(page, /[虎埃暹波]\S*猫/u);
});
