import { expect, test } from '../fixtures/test';
import { expectEspresso } from './livePage';

test.use({ camera: 'refused', webGpu: 'off' });

test('a refused camera has its message, and the photo stays and can be used instead', async ({ page }) => {
  await page.goto('./#/live');
  await expectEspresso(page);
  await page.getByRole('button', { name: 'Camera' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Access to the camera was denied.');
  const photo = page.getByRole('img', { name: 'The photo that the network is looking at' });
  await expect(photo).toBeVisible();
  // The address is that of what runs, so that a reload shows it too; what was refused is still said.
  await expect(page).not.toHaveURL(/source=camera/);
  await expect(alert).toContainText('Access to the camera was denied.');
  await alert.getByRole('button', { name: 'Use a sample photo' }).click();
  await expect(alert).toHaveCount(0);
  await expectEspresso(page);
  await page.getByRole('button', { name: 'Camera' }).click();
  await expect(alert).toContainText('Access to the camera was denied.');
  await expect(page).not.toHaveURL(/source=camera/);
  await page.reload();
  await expect(photo).toBeVisible();
  await expectEspresso(page);
});

test('a refused camera has its message in Chinese', async ({ page }) => {
  await page.goto('./?lang=zh#/live?source=camera');
  await expect(page.getByRole('alert')).toContainText('摄像头权限被拒绝');
});
