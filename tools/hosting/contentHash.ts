import { createHash } from 'node:crypto';

/** A script or style as the Content Security Policy names it where it stands in the page. */
export function contentHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
