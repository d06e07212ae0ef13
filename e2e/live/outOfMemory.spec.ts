import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { overlay } from './livePage';

test.use({ webGpu: 'software' });

/** Its largest map takes 2.4 MB at 224 pixels and a quarter of that at 112; no weights take more. */
const network = 'mobilenet-v2:width=0.35:classes=10:resolution=224';

test.beforeEach(({ page }) => giveLittleMemory(page));

test(
  'a network too large for the graphics memory is offered a smaller resolution, which runs',
  { tag: '@thorough' },
  async ({ page }) => {
    await page.goto(`./#/live?backend=webgpu&net=${network}`);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('memory');
    await alert.getByRole('button', { name: 'Use 112 × 112 pixels' }).click();
    await expect(overlay(page)).toContainText(/end to end\s*[\d,.]+/, { timeout: 60_000 });
    await expect(page).toHaveURL(/resolution=112/);
    await expect(alert).toHaveCount(0);
  },
);

test(
  'in a race only the network that is too large gets the offer, and the others run',
  { tag: '@thorough' },
  async ({ page }) => {
    await page.goto(`./#/race?backend=webgpu&nets=mobilenet-v1:width=0.25:classes=10:resolution=64,${network}`);
    const row = page.getByRole('row', { name: /MobileNet V2/ });
    await row.getByRole('button', { name: 'Use 112 × 112 pixels' }).click();
    await expect(page.getByRole('img', { name: 'Measured inference time against MACs, 2 points' })).toBeVisible({
      timeout: 60_000,
    });
  },
);

/** A device without memory for a buffer above a megabyte, which reports it as devices do: when the error scope closes. */
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
