import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base } from '../fixtures/test';
import { openFirefox } from './firefox';

// The app as one file, opened from the disk. It is another build, `npm run single`.

const test = base.extend<{ readonly firefoxPath: string | undefined }>({
  /** Set in the configuration: undefined where there is none. */
  firefoxPath: [undefined, { option: true }],
});

test.use({ webGpu: 'off' });

const file = resolve('packages/featherweight.html');
const within = { timeout: 90_000 };

/** What every browser does with it: opens the chapters in both languages, and runs the networks that it holds. */
type Reader = {
  readonly open: (url: string) => Promise<unknown>;
  readonly go: (hash: string) => Promise<unknown>;
  readonly text: () => Promise<string>;
};

const chapters = [
  'counting',
  'squeezenet',
  'xception',
  'mobilenet-v1',
  'shufflenet-v1',
  'mobilenet-v2',
  'shufflenet-v2',
  'mobilenet-v3',
  'efficientnet-lite0',
  'summary',
];

async function readAll({ open, go, text }: Reader, heading: () => Promise<unknown>): Promise<void> {
  const address = pathToFileURL(file).href;
  for (const [lang, coffee] of [
    ['zh', /浓缩咖啡/],
    ['en', /espresso/],
  ] as const) {
    await open(`${address}?lang=${lang}#/live?net=squeezenet-imagenet`);
    await expect.poll(text, within).toMatch(coffee);
    await go('#/live?net=shufflenet-v2-everyday64');
    await expect.poll(text, within).toMatch(/ShuffleNet V2/);
    await expect.poll(text, within).toMatch(coffee);
    const seen = new Set<unknown>([null, await heading()]);
    for (const chapter of chapters) {
      await go(`#/${chapter}`);
      // The one before stays until the next page is there.
      await expect.poll(async () => !seen.has(await heading()), within).toBe(true);
      seen.add(await heading());
    }
  }
}

test.describe('one file, without a server', { tag: '@thorough' }, () => {
  test.skip(!existsSync(file), '`npm run single` makes it');

  test('opens its chapters and runs its networks in Chromium', async ({ page }) => {
    const heading = () => page.evaluate(() => document.querySelector('main h1')?.textContent ?? null);
    const text = () => page.locator('body').innerText();
    await readAll({ open: (url) => page.goto(url), go: (hash) => page.evaluate(goTo, hash), text }, heading);
  });

  test('does so in Firefox', async ({ firefoxPath }, { project }) => {
    test.skip(firefoxPath === undefined, 'found no Firefox; install one, or set $FIREFOX to its path');
    const driven = await openFirefox(firefoxPath ?? '', join(project.outputDir, 'firefox'));
    try {
      const heading = () => driven.run(() => document.querySelector('main h1')?.textContent ?? null);
      await readAll({ open: driven.open, go: (hash) => driven.run(goTo, hash), text: driven.text }, heading);
      expect(await driven.faults()).toBe('');
    } finally {
      await driven.close();
    }
  });
});

/** Runs in the page. */
function goTo(hash: string): void {
  window.location.hash = hash;
}
