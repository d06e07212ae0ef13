import { existsSync } from 'node:fs';
import { onPath } from './onPath';

/**
 * The path of WebKitGTK's driver for browser tests, or undefined: Debian's package webkit2gtk-driver has one. It needs
 * Xvfb for a screen that nobody sees.
 */
export function findWebKitDriver(): string | undefined {
  return onPath('Xvfb').length === 0 ? undefined : onPath('WebKitWebDriver').find((path) => existsSync(path));
}
