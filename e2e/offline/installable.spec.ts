import { readFileSync } from 'node:fs';
import { staticHost } from '../fixtures/staticHost';
import { expect, test } from '../fixtures/test';

test('manifest and icon are beside the app, under any path', async ({ page, request }) => {
  const host = await staticHost('dist', '/a/b/');
  await page.goto(host.url);
  const manifestUrl = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  expect(manifestUrl).toMatch(new RegExp(`^${host.url}`));
  const manifest: unknown = await (await request.get(manifestUrl)).json();
  expect(manifest).toMatchObject({ name: 'Featherweight', start_url: './', scope: './', display: 'standalone' });
  expect((await request.get(`${host.url}icon.svg`)).status()).toBe(200);
  // Weights are cached on first use, never precached.
  expect(readFileSync('dist/sw.js', 'utf8')).not.toContain('safetensors');
  // Nothing may still be loading when the host stops.
  await page.close();
  await host.stop();
});
