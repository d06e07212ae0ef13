import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../tools/findChromium';
import type { Census } from './census';

/** The lab in headless Chromium, and its controls. */
export type Lab = {
  /** Chooses a network, a source and a backend, and waits until the network has run on the picture. */
  readonly show: (choice: { readonly [name in 'backend' | 'net' | 'source']: string }) => Promise<void>;
  /** Opens the feature maps of the running network, waits for them, and closes them. */
  readonly lookInside: () => Promise<void>;
  /** Races these networks, and waits until each has a time. */
  readonly race: (networks: readonly string[]) => Promise<void>;
  /** Counts what the app holds. */
  readonly census: () => Promise<Census>;
  readonly close: () => Promise<void>;
};

const browserFlags = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-webgpu-adapter=swiftshader',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Measure memory on request, not at the next garbage collection.
  '--enable-blink-features=ForceEagerMeasureMemory',
  // Compiled machine code is part of the heap; as more and more functions are compiled, it would hide a small leak.
  '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode',
  '--disable-background-networking',
  '--no-first-run',
];

/** Max time for a network on the software adapter. */
const maxWaitMs = 120_000;

/** Builds the app, serves it and opens the lab. */
export async function openLab(): Promise<Lab> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("soak: no Chromium; 'npx tsx tools/installBrowsers.ts' installs one");
  const outDir = mkdtempSync(join(tmpdir(), 'featherweight-soak-'));
  const config = { configFile: 'vite.config.ts', logLevel: 'error', build: { outDir }, preview: { port: 0 } } as const;
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('soak: the preview server has no address');
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage({ serviceWorkers: 'block' });
  page.setDefaultTimeout(maxWaitMs);
  await countGpuBuffers(page);
  // tsx compiles named functions to calls of its __name, which the page lacks.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(url);
  return {
    show: (choice) => show(page, `#/live?${new URLSearchParams(choice).toString()}`),
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

/** Adds a count of live GPU buffers to the engine's code, in every worker that runs it. */
async function countGpuBuffers(page: Page): Promise<void> {
  await page.route('**/engineWorker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;${counting}` });
  });
}

/** Runs in the worker after its code loads and before its first call. */
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

/** Goes to another address of the lab and waits until the old overlay is gone and the new one shows a time. */
async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    async ({ wanted, maxMs }) => {
      const begin = performance.now();
      const until = async (isDone: () => boolean): Promise<void> => {
        while (!isDone()) {
          if (performance.now() - begin > maxMs) throw new Error(`soak: ${wanted} shows no time`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      const isTimed = (): boolean => document.querySelector('[data-frames]') !== null;
      const before = document.querySelector('[data-frames]');
      window.location.hash = wanted;
      if (before !== null) await until(() => !before.isConnected);
      await until(isTimed);
    },
    { wanted: hash, maxMs: maxWaitMs },
  );
}

async function census(page: Page): Promise<Census> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('soak: no worker runs');
  const overlay = page.locator('[data-tensors]');
  // The overlay updates its memory figures once a second.
  await page.waitForTimeout(2500);
  const tensors = Number(await overlay.getAttribute('data-tensors'));
  const gpuBuffers = await worker.evaluate(() => {
    const alive: unknown = Reflect.get(globalThis, 'alive');
    return alive !== null && typeof alive === 'object' ? Number(Reflect.get(alive, 'gpuBuffers')) : NaN;
  });
  return { tensors, gpuBuffers, workers: page.workers().length, heapBytes: await heapBytes(page) };
}

/** The min of three measurements: some garbage only goes in the second collection. */
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
