import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { expectEspresso, openLatency, overlay } from './livePage';
import { expectDevice, loseDevice, makeDeviceLosable } from './losable';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'software' });

test('a lost graphics device is reported and recovered, and the camera continues', async ({ page, browser }) => {
  await page.goto('./#/live?backend=webgpu&source=camera&net=shufflenet-v2');
  await expectEspresso(page);
  let workers = 0;
  page.on('worker', () => {
    workers += 1;
  });
  await (await browser.newBrowserCDPSession()).send('Browser.crashGpuProcess');
  await expect(page.getByRole('status').filter({ hasText: 'The GPU was lost.' })).toBeVisible();
  const framesBefore = await framesSeen(page);
  await expect(page.getByText('The GPU was lost.')).toHaveCount(0, { timeout: 60_000 });
  await expect.poll(() => framesSeen(page), { timeout: 60_000 }).toBeGreaterThan(framesBefore + 1);
  await expectEspresso(page);
  await expect(overlay(page)).toContainText('WebGPU');
  expect(workers, 'the engine restarted at most once').toBeLessThanOrEqual(1);
});

/** The number of frames in the latency's medians, at most 100. */
async function framesSeen(page: Page): Promise<number> {
  await openLatency(page);
  const [, frames] = /medians of (\d+) frames/.exec(await overlay(page).innerText()) ?? [];
  return Number(frames ?? 1);
}

test(
  'after four losses in a row WebAssembly goes on, and one button leads back to WebGPU',
  { tag: '@thorough' },
  async ({ page }) => {
    await makeDeviceLosable(page);
    await page.goto('./#/live?backend=webgpu&net=shufflenet-v2-everyday64');
    await expectEspresso(page);
    for (let loss = 1; loss <= 4; loss += 1) {
      await expect(overlay(page)).toContainText('WebGPU');
      await expectDevice(page);
      const lost = page.waitForEvent('worker');
      await loseDevice(page);
      await lost;
      await expect(page.getByText('It is being restored')).toHaveCount(0, { timeout: 60_000 });
    }
    const message = page.getByRole('status').filter({ hasText: 'The GPU was lost 4 times in a row.' });
    await expect(message).toContainText('The network continues on WebAssembly');
    await expect(overlay(page)).toContainText('WebAssembly');
    await expectEspresso(page);
    await message.getByRole('button', { name: 'Switch back to WebGPU' }).click();
    await expect(message).toHaveCount(0);
    await expect(overlay(page)).toContainText('WebGPU', { timeout: 60_000 });
    await expectEspresso(page);
  },
);
