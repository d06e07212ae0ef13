import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { DrivenPage } from './drivenPage';
import { openFirefox } from './firefox';
import { openWebKit } from './webKit';

type Fixtures = {
  /** Set in the configuration: undefined where there is none. */
  readonly firefoxPath: string | undefined;
  readonly webKitDriverPath: string | undefined;
  /** A new profile for each test, so that every start is a first one. */
  readonly driven: DrivenPage;
};

const paths = base.extend<Omit<Fixtures, 'driven'>>({
  firefoxPath: [undefined, { option: true }],
  webKitDriverPath: [undefined, { option: true }],
});

const browsers = {
  Firefox: paths.extend<Pick<Fixtures, 'driven'>>({
    driven: async ({ firefoxPath }, use, { project }) => {
      paths.skip(firefoxPath === undefined, 'found no Firefox; install one, or set $FIREFOX to its path');
      await withoutFaults(await openFirefox(firefoxPath ?? '', join(project.outputDir, 'firefox')), use);
    },
  }),
  WebKit: paths.extend<Pick<Fixtures, 'driven'>>({
    driven: async ({ webKitDriverPath }, use) => {
      paths.skip(webKitDriverPath === undefined, 'found no WebKit; `npm run browser:webkit` installs one');
      await withoutFaults(await openWebKit(webKitDriverPath ?? ''), use);
    },
  }),
} as const;

async function withoutFaults(page: DrivenPage, use: (page: DrivenPage) => Promise<void>): Promise<void> {
  await use(page);
  const faults = await page.faults();
  await page.close();
  expect(faults, 'errors, and breaches of the policy').toBe('');
}

/** The codes of keys in WebDriver (https://www.w3.org/TR/webdriver/#keyboard-actions). */
const arrowRight = '\uE014';
const enter = '\uE007';
const within = { timeout: 90_000 };

for (const [name, test] of Object.entries(browsers)) {
  test.describe(name, () => {
    test('names the coffee, then what a camera shows, then other pages', async ({ driven, baseURL }) => {
      await driven.open(`${baseURL}#/live`);
      await expect.poll(() => driven.text(), within).toContain('espresso');
      await driven.press('Camera');
      await driven.type('body', 'l');
      await expect.poll(() => driven.text(), within).toMatch(/frames per second\s+\d/);
      await expect.poll(() => driven.text(), within).not.toContain('espresso');

      await driven.run(() => {
        location.hash = '#/race';
      });
      await expect.poll(() => driven.text(), within).toContain('The race, fastest first');
      await expect
        .poll(async () => [...(await driven.text()).matchAll(/\bespresso\b/g)].length, within)
        .toBeGreaterThanOrEqual(3);

      await driven.run(() => {
        location.hash = '#/mobilenet-v2';
      });
      await expect
        .poll(() => driven.run(() => document.querySelectorAll('main svg').length), within)
        .toBeGreaterThan(3);
      const cost = () => driven.run(() => document.querySelector('main table')?.textContent);
      const before = await cost();
      await driven.type('main input[type=range]', arrowRight);
      await expect.poll(cost, within).not.toBe(before);
    });

    test('times the layers at the first try, and collects', { tag: '@thorough' }, async ({ driven, baseURL }) => {
      await driven.open(`${baseURL}#/layers?net=squeezenet&resolution=64&rounds=1`);
      await expect.poll(() => driven.run(() => document.querySelector('main button') !== null), within).toBe(true);
      await driven.press('Measure');
      await expect.poll(() => driven.text(), within).toContain('Measure again');
      expect(await driven.text()).not.toMatch(/stopped responding|could not/);

      await driven.run(() => {
        location.hash = '#/collect';
      });
      await expect.poll(() => driven.text(), within).toContain('No results yet.');
      const code = (ms: number) =>
        `1~squeezenet:version=1.1:classes=64:resolution=96~wasm~a+phone~Safari+19~tlpwu8~100~12.3~20~1~2~${ms}~9~0.5~1~29.9~3~1234~56~12350000`;
      await driven.type('main textarea', `${code(7)}${enter}${code(8)}`);
      await driven.press('Add them');
      await expect.poll(() => driven.text(), within).toContain('2 new results.');
      await driven.open(`${baseURL}#/collect?again`);
      const rows = () =>
        driven.run(
          () => [...document.querySelectorAll('tbody tr')].filter((row) => row.textContent.includes('a phone')).length,
        );
      await expect.poll(rows, 'kept over a reload').toBe(2);
    });
  });
}
