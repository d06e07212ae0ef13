import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview, type InlineConfig } from 'vite';
import { findChromium } from '../tools/findChromium';
import { isolationHeaders } from '../tools/hosting/securityHeaders';
import { threadedWasm } from '../tools/threadedWasm';
import type { BenchPage } from './page/main';

declare global {
  // Only an interface merges with the browser's Window.
  interface Window {
    readonly bench: BenchPage;
  }
}

export type OpenedBench = {
  readonly browser: string;
  /** Calls `use` with a fresh page, so that leftover threads of another heat do not slow it down. */
  readonly withPage: <T>(use: (page: Page) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** Enable WebGPU in a headless browser. */
const browserFlags = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Builds bench/page the way the app is built, serves it and opens it in headless Chromium, on the software adapter or
 * on any that the browser finds.
 */
export async function openBench(adapter: 'software' | 'any'): Promise<OpenedBench> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("bench: no Chromium; 'npx tsx tools/installBrowsers.ts' installs one");
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

/** The app's build without React, translations and service worker. */
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
