import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the app's folder in the user's own cache, which nobody else can write, and returns its path. A folder of known
 * name in the temporary directory, which all users share, could hold another user's files.
 */
export function cacheFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const path = join(userCache(platform, environment), 'featherweight');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Where programs of this user keep what they can make again. */
export function userCache(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  // The specification of XDG_CACHE_HOME says to ignore relative paths.
  const wanted = environment['XDG_CACHE_HOME'] ?? '';
  return wanted.startsWith('/') ? wanted : join(homedir(), '.cache');
}
