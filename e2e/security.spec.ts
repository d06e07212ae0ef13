import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

// WebAssembly is the backend with programs to compile and threads to start, which the policy has to allow.
test.use({ webGpu: 'off' });

// Every story fails on a breach, and everyPage opens all pages; this one follows the links and tells which page it was.
test(
  'every page keeps the content security policy and asks no other server',
  { tag: '@thorough' },
  async ({ page, keepsPolicy }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const found = new Set(['/']);
    for (const [name, first] of [
      ['Learn', '#/squeezenet'],
      ['Run', '#/race'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click();
      await expect(page.locator(`a[href="${first}"]`).first()).toBeVisible();
      for (const linked of await linkedPages(page)) found.add(linked);
      await page.keyboard.press('Escape');
    }
    // A set hands out what is added to it on the way.
    for (const path of found) {
      await goTo(page, path);
      for (const linked of await linkedPages(page)) found.add(linked);
      expect(keepsPolicy.takeBreaches(), path).toEqual([]);
    }
    const chapters = readdirSync('e2e/chapters').map((spec) => `/${spec.replace('.spec.ts', '')}`);
    const others = ['/', '/live', '/race', '/layers', '/guidelines', '/collect', '/bench', '/networks', '/compare'];
    expect([...found]).toEqual(expect.arrayContaining([...chapters, ...others]));
  },
);

test.describe('what the policy forbids', () => {
  test.use({ expectedErrors: [/./] });

  test('is noticed: markup that brings a script or a style, and a fetch from elsewhere', async ({
    page,
    keepsPolicy,
  }) => {
    await page.goto('./#/nowhere');
    const noticed = async (breach: () => unknown): Promise<string> => {
      await page.evaluate(breach);
      let text = '';
      await expect.poll(() => (text += keepsPolicy.takeBreaches().join('\n'))).not.toBe('');
      return text;
    };
    expect(
      await noticed(() => {
        const script = document.createElement('script');
        script.append('document.title = "run"');
        document.body.append(script);
      }),
    ).toMatch(/script/i);
    await expect(page).not.toHaveTitle('run');
    expect(
      await noticed(() => {
        const style = document.createElement('style');
        style.append('body { color: red }');
        document.body.append(style);
      }),
    ).toContain('style-src');
    expect(await noticed(() => void fetch('https://elsewhere.example/').catch(() => undefined))).toContain(
      'connect-src',
    );
  });

  test('is noticed: a download that nobody asked for, though the policy allows its server', async ({
    page,
    keepsPolicy,
  }) => {
    const weights = 'https://download.pytorch.org/models/some.pth';
    await page.route(weights, (route) => route.abort());
    await page.goto('./#/nowhere');
    await page.evaluate((url) => void fetch(url).catch(() => undefined), weights);
    await expect.poll(() => keepsPolicy.takeBreaches().join('\n')).toContain(`asks ${weights}`);
  });
});

async function linkedPages(page: Page): Promise<readonly string[]> {
  const addresses = await page
    .locator('a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return addresses.map((address) => address.slice(1).split('?')[0] ?? '');
}

/** Follows an address inside the app, and brings every part of the page onto the screen. */
async function goTo(page: Page, path: string): Promise<void> {
  // Where the walk begins.
  if (path !== '/') {
    const title = await page.title();
    await page.evaluate((to) => {
      window.location.hash = to;
    }, path);
    await expect(page).not.toHaveTitle(title);
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let top = 0; top < document.body.scrollHeight; top += window.innerHeight) {
      window.scrollTo({ top, behavior: 'instant' });
      await frame();
    }
    await frame();
  });
}
