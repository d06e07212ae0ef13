import { existsSync } from 'node:fs';
import { onPath } from './onPath';

/** The path of a Firefox for browser tests, or undefined: $FIREFOX if it is set, else one of the system. */
export function findFirefox(): string | undefined {
  const chosen = process.env['FIREFOX'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  return [...['firefox-esr', 'firefox'].flatMap(onPath), mac].find((path) => existsSync(path));
}
