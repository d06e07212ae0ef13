import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { onPath } from './onPath';

/**
 * The path of a Chromium or Chrome for browser tests, or undefined: $CHROMIUM if it is set, else one of the system,
 * else the one that Playwright installed.
 */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`findChromium: $CHROMIUM names no file (got ${chosen}, wanted the path of a Chromium)`);
  }
  return [...systemPaths(), chromium.executablePath()].find((path) => existsSync(path));
}

function systemPaths(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((folder) => process.env[folder] ?? [])
      .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`);
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(onPath);
}
