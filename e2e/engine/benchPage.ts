import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { test as base } from '../fixtures/test';
import type { EngineBench } from './bench';

declare global {
  // Only an interface merges with the browser's own.
  interface Window {
    readonly engineBench: EngineBench;
  }
}

/** A test on the page of bench.ts, built like the app: minified and with the same headers. */
export const test = base.extend<{ readonly openBench: undefined }, { readonly benchUrl: string }>({
  benchUrl: [
    // Playwright requires an object pattern here, even for a fixture that uses no other.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'featherweight-bench-'));
      const shared = {
        configFile: 'vite.config.ts',
        root: 'e2e/engine',
        logLevel: 'error',
        build: { outDir },
      } as const;
      await build({ ...shared, publicDir: '../../public' });
      const server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      rmSync(outDir, { recursive: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  openBench: [
    async ({ page, benchUrl }, use) => {
      await page.goto(benchUrl);
      await page.waitForFunction(() => 'engineBench' in window);
      await use(undefined);
    },
    { auto: true },
  ],
});
