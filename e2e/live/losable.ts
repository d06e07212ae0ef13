import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test';
import { workerOf } from '../fixtures/workers';

/** Lets the test destroy the WebGPU device of the engine, which counts as its loss. Call it before the page is opened. */
export async function makeDeviceLosable(page: Page): Promise<void> {
  await page.route('**/engineWorker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${losable}\n${await response.text()}` });
  });
}

/** Destroys the device; does nothing while there is none. The worker may be ended for it before it has answered. */
export async function loseDevice(page: Page): Promise<void> {
  await workerOf(page, 'engine')
    ?.evaluate('globalThis.loseDevice?.()')
    .catch(() => undefined);
}

/** Waits until the engine has a device to lose. */
export async function expectDevice(page: Page): Promise<void> {
  const device = () =>
    workerOf(page, 'engine')
      ?.evaluate('typeof globalThis.loseDevice')
      .catch(() => undefined);
  await expect.poll(device, { timeout: 60_000 }).toBe('function');
}

const losable = `
  const { requestDevice } = globalThis.GPUAdapter?.prototype ?? {};
  if (requestDevice) GPUAdapter.prototype.requestDevice = async function (...options) {
    const device = await requestDevice.apply(this, options);
    globalThis.loseDevice = () => device.destroy();
    return device;
  };`;
