import { expect, test } from '../fixtures/test';
import { expectEspresso } from './livePage';

test.use({ camera: 'refused', webGpu: 'off' });

test('a refused camera has its message, and the photo stays and can be used instead', async ({ page }) => {
  await page.goto('./');
  await expectEspresso(page);
  await page.getByRole('button', { name: 'Camera' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The camera was refused.');
  await expect(page.getByRole('img', { name: 'The photo that the network is looking at' })).toBeVisible();
  await alert.getByRole('button', { name: 'Use a sample photo' }).click();
  await expect(alert).toHaveCount(0);
  await expectEspresso(page);
});

test('a refused camera has its message in Chinese', async ({ page }) => {
  await page.goto('./?lang=zh#/?source=camera');
  await expect(page.getByRole('alert')).toContainText('摄像头权限被拒绝');
});
