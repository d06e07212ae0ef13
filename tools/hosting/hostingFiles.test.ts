import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostingFiles } from './hostingFiles';
import { hashedFiles, securityHeaders } from './securityHeaders';

describe.each(Object.entries(hostingFiles()))('hosting/%s', (name, text) => {
  test('is what `npm run hosting` writes', () => {
    expect(readFileSync(new URL(`../../hosting/${name}`, import.meta.url), 'utf8')).toBe(text);
  });

  test('sends every security header once, with its whole value', () => {
    for (const [header, value] of Object.entries(securityHeaders())) {
      const lines = text.split('\n').filter((line) => new RegExp(`\\b${header}\\b`).test(line) && line.includes(value));
      expect([header, lines.length]).toEqual([header, 1]);
      // Each of the formats would end the value there, or put something in its place.
      expect(value).not.toMatch(/["{}$\\\n]/);
    }
  });

  test('keeps hashed files for a year', () => {
    expect(text).toContain(hashedFiles.cacheControl);
    expect(text).toContain(`/${hashedFiles.folder}/`);
  });

  test('has no line that Cloudflare Pages would cut', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000);
  });
});
