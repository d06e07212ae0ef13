import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview, type InlineConfig } from 'vite';
import { findChromium } from '../tools/findChromium';
import { isolationHeaders } from '../tools/isolationHeaders';
import { threadedWasm } from '../tools/threadedWasm';
import type { BenchPage } from './page/main';

declare global {
  // Only an interface merges with the one that the browser has.
  interface Window {
    readonly bench: BenchPage;
  }
}

export type OpenedBench = {
  readonly browser: string;
  /** Calls with the page, newly opened: what threads of another heat still do does not reach it. */
  readonly withPage: <T>(use: (page: Page) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** WebGPU in a headless browser, on its software adapter when the machine has no graphics processor. */
const browserFlags = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Builds bench/page as the app is built, serves it and opens headless Chromium for it. */
export async function openBench(adapter: 'software' | 'any'): Promise<OpenedBench> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("bench: no Chromium; 'npx tsx tools/installChromium.ts' installs one");
  const outDir = mkdtempSync(join(tmpdir(), 'featherweight-bench-'));
  const config = pageConfig(outDir);
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('bench: the preview server has no address');
  const adapterFlags = adapter === 'software' ? ['--use-webgpu-adapter=swiftshader'] : [];
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...adapterFlags] });
  return {
    browser: `Chromium ${browser.version()}`,
    withPage: async (use) => {
      const page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`page: ${message.text()}`);
      });
      try {
        await page.goto(url);
        await page.waitForFunction(() => 'bench' in window);
        return await use(page);
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

/** The app's build without what the page has not: no React, no translations, no service worker. */
function pageConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: 'bench/page',
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es', plugins: () => [threadedWasm()] },
    build: { target: 'es2023', outDir, chunkSizeWarningLimit: 10_000 },
    preview: { host: '127.0.0.1', port: 0, headers: isolationHeaders },
  };
}
