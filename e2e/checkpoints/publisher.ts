import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { troubledServer, type ServedFile, type TroubledServer } from '../../src/run/official/fixtures/troubledServer';
import { expect } from '../fixtures/test';
import { openPanel } from '../live/livePage';
import { randomFile } from '../../src/run/checkpoint/fixtures/randomFile';

/** The files of MobileNet V1 0.25× and SqueezeNet 1.1, below the publishers' folders. */
export const mobileNetPath = 'mobilenet/mobilenet_2_5_224_tf.h5';
export const squeezeNetPath = 'squeezenet1_1-b8a52dc0.pth';

const realFile = resolve('../../shared/fixtures/tflite/mobilenet_v1_0.25_128_quant.tflite');

/** A MobileNet V1 0.25×: trained on ImageNet where such a file is present, else random. */
export const isReal = existsSync(realFile);
export const mobileNet = isReal ? new Uint8Array(readFileSync(realFile)) : randomFile('mobilenet-v1', { width: 0.25 });

/**
 * A local server in place of the publishers: the app uses it because its host says so in `mirrors.json`.
 * @param copies folders of the server to ask, one after another
 */
export async function publisher(
  page: Page,
  files: Readonly<Record<string, ServedFile>>,
  copies: readonly string[] = [''],
): Promise<TroubledServer> {
  const server = await troubledServer(files);
  const folders = [
    'https://storage.googleapis.com/tensorflow/keras-applications/',
    'https://download.pytorch.org/models/',
  ];
  await page.route('**/mirrors.json', (route) =>
    route.fulfill({
      json: Object.fromEntries(folders.map((folder) => [folder, copies.map((copy) => `${server.url}${copy}`)])),
    }),
  );
  // A build with these mirrors has the server in its Content Security Policy, in the page and in the headers. To the
  // browser, files that the test puts in have no address, and may reach this machine only where the person allows it.
  await page.context().grantPermissions(['local-network-access']);
  await page.route(/\/(\?[^#]*)?(#.*)?$|\/checkpointWorker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const allowed = (text: string) => text.replace("connect-src 'self'", `connect-src 'self' ${server.url}`);
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': allowed(policy) },
      body: allowed(await response.text()),
    });
  });
  return server;
}

/** The live page's ImageNet weights and checkpoints, in the panel of its network. */
export function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'ImageNet weights and checkpoints' });
}

/** Opens an address of the live page, and its panel of networks. */
export async function gotoPanel(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await openPanel(page, 'Network');
}

/** Waits until the network with these weights is the one that runs. */
export async function expectRunning(page: Page, name: string): Promise<void> {
  await openPanel(page, 'Network');
  await expect(panel(page).getByRole('button', { name: `Run ${name}` })).toHaveAttribute('aria-pressed', 'true');
}

/** The network that a checkpoint was recognised as. */
export function recognised(page: Page): Locator {
  return page.getByRole('region', { name: 'Recognised' });
}
