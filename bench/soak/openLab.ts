import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../tools/findChromium';
import type { Census } from './census';

/** The lab in headless Chromium, with hands on its switches. */
export type Lab = {
  /** Chooses, and waits until the network has seen the picture. */
  readonly show: (choice: { readonly [name in 'backend' | 'net' | 'source']: string }) => Promise<void>;
  /** Opens the look inside the running network, waits for its maps, and closes it. */
  readonly lookInside: () => Promise<void>;
  /** Leaves the lab for a race of these networks, and waits until each has a time. */
  readonly race: (networks: readonly string[]) => Promise<void>;
  /** Counts what is held. */
  readonly census: () => Promise<Census>;
  readonly close: () => Promise<void>;
};

const browserFlags = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-webgpu-adapter=swiftshader',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Memory is measured when that is asked, not when the garbage is next collected.
  '--enable-blink-features=ForceEagerMeasureMemory',
  // Machine code that the browser makes of ever more of the program lies in the heap too, and would hide a small leak.
  '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode',
  '--disable-background-networking',
  '--no-first-run',
];

/** A network on the software adapter may take this long. */
const patienceMs = 120_000;

/** Builds the app, serves it and opens the lab. */
export async function openLab(): Promise<Lab> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("soak: no Chromium; 'npx tsx tools/installChromium.ts' installs one");
  const outDir = mkdtempSync(join(tmpdir(), 'featherweight-soak-'));
  const config = { configFile: 'vite.config.ts', logLevel: 'error', build: { outDir }, preview: { port: 0 } } as const;
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('soak: the preview server has no address');
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage({ serviceWorkers: 'block' });
  page.setDefaultTimeout(patienceMs);
  await countGpuBuffers(page);
  // The compiler that runs this file names functions by a helper of its own, which a page has not.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(url);
  return {
    show: (choice) => shown(page, `#/?${new URLSearchParams(choice).toString()}`),
    lookInside: async () => {
      const summary = page.getByText('Look inside', { exact: true });
      await summary.click();
      await page.getByRole('img', { name: /feature maps/ }).waitFor();
      await summary.click();
    },
    race: async (networks) => {
      await page.evaluate(
        (hash) => {
          window.location.hash = hash;
        },
        `#/race?nets=${networks.join(',')}`,
      );
      await page.getByRole('img', { name: new RegExp(`, ${String(networks.length)} points`) }).waitFor();
    },
    census: () => census(page),
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

/** Puts a count of GPU buffers before the engine's code, in every worker that runs it. */
async function countGpuBuffers(page: Page): Promise<void> {
  await page.route('**/engineWorker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;${counting}` });
  });
}

/** Runs in the worker when its code is loaded and nothing was asked of it yet; text, because it is no part of this program. */
const counting = `
  self.alive = { gpuBuffers: 0 };
  if ('GPUDevice' in self) {
    const held = new WeakSet();
    const { createBuffer } = GPUDevice.prototype;
    GPUDevice.prototype.createBuffer = function (descriptor) {
      const buffer = createBuffer.call(this, descriptor);
      held.add(buffer);
      self.alive.gpuBuffers += 1;
      return buffer;
    };
    const { destroy } = GPUBuffer.prototype;
    GPUBuffer.prototype.destroy = function () {
      if (held.delete(this)) self.alive.gpuBuffers -= 1;
      destroy.call(this);
    };
  }`;

/** Goes to an address of the lab that differs from the present one, until the overlay has gone and is back with a time. */
async function shown(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    async ({ wanted, mostMs }) => {
      const begin = performance.now();
      const until = async (isDone: () => boolean): Promise<void> => {
        while (!isDone()) {
          if (performance.now() - begin > mostMs) throw new Error(`soak: ${wanted} shows no time`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      const isTimed = (): boolean => document.querySelector('[data-frames]') !== null;
      const before = document.querySelector('[data-frames]');
      window.location.hash = wanted;
      if (before !== null) await until(() => !before.isConnected);
      await until(isTimed);
    },
    { wanted: hash, mostMs: patienceMs },
  );
}

async function census(page: Page): Promise<Census> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('soak: no worker runs');
  const overlay = page.locator('[data-tensors]');
  // The overlay asks for the memory once a second.
  await page.waitForTimeout(2500);
  const tensors = Number(await overlay.getAttribute('data-tensors'));
  const gpuBuffers = await worker.evaluate(() => {
    const alive: unknown = Reflect.get(globalThis, 'alive');
    return alive !== null && typeof alive === 'object' ? Number(Reflect.get(alive, 'gpuBuffers')) : NaN;
  });
  return { tensors, gpuBuffers, workers: page.workers().length, heapBytes: await heapBytes(page) };
}

/** The least of three measurements: some garbage goes only with the second collection. */
async function heapBytes(page: Page): Promise<number> {
  const readings: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    readings.push(
      await page.evaluate(async () => {
        const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
        if (typeof measure !== 'function') throw new Error('soak: the page is not cross-origin isolated');
        const measured: unknown = await Reflect.apply(measure, performance, []);
        return measured !== null && typeof measured === 'object' ? Number(Reflect.get(measured, 'bytes')) : NaN;
      }),
    );
  }
  return Math.min(...readings);
}
