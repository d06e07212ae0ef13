import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cacheFolder, userCache } from './cacheFolder';

test('the folder is made for its owner alone', () => {
  const cache = mkdtempSync(join(tmpdir(), 'featherweight-cache-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const folder = cacheFolder('linux', { XDG_CACHE_HOME: cache });
  expect(folder).toBe(join(cache, 'featherweight'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(cacheFolder('linux', { XDG_CACHE_HOME: cache })).toBe(folder);
});

test.each([
  ['linux', {}, join(homedir(), '.cache')],
  ['linux', { XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache')],
  ['darwin', {}, join(homedir(), 'Library', 'Caches')],
  ['win32', { LOCALAPPDATA: 'D:/local' }, 'D:/local'],
  ['win32', {}, join(homedir(), 'AppData', 'Local')],
] as const)('on %s with %j it is in %s', (platform, environment, path) => {
  expect(userCache(platform, environment)).toBe(path);
});
