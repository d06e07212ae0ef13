import { readFileSync } from 'node:fs';
import { staticHost } from '../fixtures/staticHost';
import { expect, test } from '../fixtures/test';

test('what makes the app installable lies beside it, whatever path it is under', async ({ page, request }) => {
  const host = await staticHost('dist', '/a/b/');
  await page.goto(host.url);
  const manifestUrl = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  expect(manifestUrl).toMatch(new RegExp(`^${host.url}`));
  const manifest: unknown = await (await request.get(manifestUrl)).json();
  expect(manifest).toMatchObject({ name: 'Featherweight', start_url: './', scope: './', display: 'standalone' });
  expect((await request.get(`${host.url}icon.svg`)).status()).toBe(200);
  // Weights are kept when they are first used, and never fetched ahead.
  expect(readFileSync('dist/sw.js', 'utf8')).not.toContain('safetensors');
  // Nothing may still be loading when the host goes.
  await page.close();
  await host.stop();
});
