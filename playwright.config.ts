import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/findChromium';
import { findFirefox } from './tools/findFirefox';
import { findWebKitDriver } from './tools/findWebKitDriver';

const executablePath = findChromium();
if (executablePath === undefined) {
  throw new Error("playwright: found no Chromium; 'npx tsx tools/installBrowsers.ts' installs one");
}

const inCi = process.env['CI'] !== undefined;

// E2E_BASE_URL runs the tests against a running server, such as the development server.
const running = process.env['E2E_BASE_URL'];
const port = Number(process.env['E2E_PORT'] ?? 4174);
const baseURL = running ?? `http://127.0.0.1:${port}/`;

const timing = 'timing.spec.ts';

export default defineConfig<{
  readonly firefoxPath: string | undefined;
  readonly webKitDriverPath: string | undefined;
}>({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The software adapter runs on the processor, so more workers would only slow each other down.
  workers: 2,
  // A busy machine is not a failure.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: inCi,
  // Not on the command line, where it would not hold for the projects that another depends on.
  ...(process.env['E2E_THOROUGH'] === undefined && { grepInvert: /@thorough/ }),
  // The timing tests print times, so they run alone.
  ...(inCi && {
    projects: [
      { name: 'pages', testIgnore: timing },
      { name: 'timing', testMatch: timing, dependencies: ['pages'] },
    ],
  }),
  reporter: inCi ? [['list'], ['json', { outputFile: 'reports/browser.json' }]] : [['list']],
  use: {
    baseURL,
    launchOptions: { executablePath },
    firefoxPath: findFirefox(),
    webKitDriverPath: findWebKitDriver(),
    // A service worker's cache would hide what the server sends; the offline test allows it.
    serviceWorkers: 'block',
  },
  ...(running === undefined && {
    webServer: {
      command: `npm run build && npx tsx tools/serve.ts --port ${port}`,
      url: baseURL,
      timeout: 600_000,
    },
  }),
});
