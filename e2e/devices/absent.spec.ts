import { expect, test } from '../fixtures/test';
import { seenByCamera } from './inPage';

test.use({ camera: 'absent' });

test('no camera is found', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(seenByCamera)).toBe('NotFoundError');
});
