import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { overlay } from './livePage';

test.use({ webGpu: 'software' });

/** Its largest map takes 2.4 MB at 224 pixels, a quarter of that at 112, and no weights more. */
const network = 'mobilenet-v2:width=0.35:classes=10:resolution=224';

test.beforeEach(({ page }) => giveLittleMemory(page));

test('a network too large for the graphics memory is offered a smaller resolution, which runs', async ({ page }) => {
  await page.goto(`./#/?backend=webgpu&net=${network}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('memory');
  await alert.getByRole('button', { name: 'Use 112 × 112 pixels' }).click();
  await expect(overlay(page)).toContainText(/end to end\s*[\d,.]+/, { timeout: 60_000 });
  await expect(page).toHaveURL(/resolution=112/);
  await expect(alert).toHaveCount(0);
});

test('in a race it is offered to the network that is too large, and the others run', async ({ page }) => {
  await page.goto(`./#/race?backend=webgpu&nets=mobilenet-v1:width=0.25:classes=10:resolution=64,${network}`);
  const row = page.getByRole('row', { name: /MobileNet V2/ });
  await row.getByRole('button', { name: 'Use 112 × 112 pixels' }).click();
  await expect(page.getByRole('img', { name: 'Measured inference time against MACs, 2 points' })).toBeVisible({
    timeout: 60_000,
  });
});

/** A device that has no memory for a buffer of more than a megabyte, and says so as devices do: when the scope is closed. */
async function giveLittleMemory(page: Page): Promise<void> {
  await page.route('**/engineWorker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;${littleMemory}` });
  });
}

const littleMemory = `
  let isFull = false;
  const { createBuffer, popErrorScope } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    if (descriptor.size <= 2 ** 20) return createBuffer.call(this, descriptor);
    isFull = true;
    return createBuffer.call(this, { ...descriptor, size: 16 });
  };
  GPUDevice.prototype.popErrorScope = async function () {
    const error = await popErrorScope.call(this);
    if (!isFull) return error;
    isFull = false;
    return new GPUOutOfMemoryError('no memory left');
  };`;
