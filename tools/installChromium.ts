import { spawnSync } from 'node:child_process';
import { findChromium } from './findChromium';

/** Installs a Chromium for the browser tests if there is none, and says what it does. */
const found = findChromium();
if (found !== undefined) {
  console.log(`installChromium: the browser tests use ${found}`);
} else if (!installFromDebian() && !installFromPlaywright()) {
  console.error('installChromium: no Chromium could be installed; install one and set $CHROMIUM to its path');
  process.exitCode = 1;
} else {
  const installed = findChromium();
  console.log(`installChromium: the browser tests use ${installed ?? 'nothing: the installation left no browser'}`);
  if (installed === undefined) process.exitCode = 1;
}

function installFromDebian(): boolean {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'], 'ignore')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  console.log('installChromium: found no Chromium; installing the package chromium with apt-get');
  const install = (...words: string[]) => {
    const [command = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
    return succeeds(command, rest, 'inherit');
  };
  return install('update') && install('install', '-y', '--no-install-recommends', 'chromium');
}

function installFromPlaywright(): boolean {
  console.log("installChromium: apt-get gave no Chromium; installing Playwright's");
  return succeeds('npx', ['playwright', 'install', 'chromium'], 'inherit');
}

function succeeds(command: string, words: readonly string[], stdio: 'ignore' | 'inherit'): boolean {
  return spawnSync(command, words, { stdio: ['ignore', stdio, stdio] }).status === 0;
}
