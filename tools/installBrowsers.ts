import { spawnSync } from 'node:child_process';
import { findChromium } from './findChromium';
import { findFirefox } from './findFirefox';
import { findWebKitDriver } from './findWebKitDriver';

/**
 * Installs a Chromium for the browser tests if there is none, and says what it does. Without a Firefox or a WebKit, the
 * tests in it are skipped; only CI, where $CI is set, installs a Firefox, and `--webkit` a WebKit.
 */
const chromium =
  findChromium() ?? installed('Chromium', findChromium, () => fromDebian('chromium') || fromPlaywright());
if (chromium === undefined) {
  console.error('installBrowsers: no Chromium could be installed; install one and set $CHROMIUM to its path');
  process.exitCode = 1;
}
const inCi = process.env['CI'] !== undefined;
const firefox =
  findFirefox() ?? (inCi ? installed('Firefox', findFirefox, () => fromDebian('firefox-esr')) : undefined);
const webKit =
  findWebKitDriver() ??
  (process.argv.includes('--webkit')
    ? installed('WebKit', findWebKitDriver, () => fromDebian('webkit2gtk-driver', 'xvfb'))
    : undefined);
const found = [chromium ?? 'no Chromium', firefox ?? 'no Firefox', webKit ?? 'no WebKit'];
console.log(`installBrowsers: the browser tests use ${found.join(', ')}`);

function installed(name: string, find: () => string | undefined, install: () => boolean): string | undefined {
  console.log(`installBrowsers: found no ${name}; installing one`);
  return install() ? find() : undefined;
}

function fromDebian(...names: string[]): boolean {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'], 'ignore')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const run = (...words: string[]) => {
    const [command = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
    return succeeds(command, rest, 'inherit');
  };
  return run('update') && run('install', '-y', '--no-install-recommends', ...names);
}

function fromPlaywright(): boolean {
  console.log("installBrowsers: apt-get gave no Chromium; installing Playwright's");
  return succeeds('npx', ['playwright', 'install', 'chromium'], 'inherit');
}

function succeeds(command: string, words: readonly string[], stdio: 'ignore' | 'inherit'): boolean {
  return spawnSync(command, words, { stdio: ['ignore', stdio, stdio] }).status === 0;
}
