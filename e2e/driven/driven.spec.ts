import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { openFirefox, type FirefoxPage } from './firefoxPage';

type Fixtures = {
  /** Set in the configuration: undefined where there is none. */
  readonly firefoxPath: string | undefined;
  /** A new profile for each test, so that every start is a first one. */
  readonly firefox: FirefoxPage;
};

const test = base.extend<Fixtures>({
  firefoxPath: [undefined, { option: true }],
  firefox: async ({ firefoxPath }, use, { project }) => {
    const firefox = await openFirefox(firefoxPath ?? '', join(project.outputDir, 'firefox'));
    await use(firefox);
    const faults = await firefox.faults();
    await firefox.close();
    expect(faults, 'errors, and breaches of the policy').toBe('');
  },
});

test.skip(({ firefoxPath }) => firefoxPath === undefined, 'found no Firefox; install one, or set $FIREFOX to its path');

/** The code of the key in WebDriver (https://www.w3.org/TR/webdriver/#keyboard-actions). */
const arrowRight = '\uE014';
const within = { timeout: 90_000 };

test('names the coffee, then what a camera shows, then other pages', async ({ firefox, baseURL }) => {
  await firefox.open(`${baseURL}`);
  await expect.poll(() => firefox.text(), within).toContain('espresso');
  await firefox.press('Camera');
  await expect.poll(() => firefox.text(), within).toMatch(/frames shown per second\s+\d/);
  await expect.poll(() => firefox.text(), within).not.toContain('espresso');

  await firefox.run(() => {
    location.hash = '#/race';
  });
  await expect.poll(() => firefox.text(), within).toContain('The race, the fastest first');
  await expect
    .poll(async () => [...(await firefox.text()).matchAll(/\bespresso\b/g)].length, within)
    .toBeGreaterThanOrEqual(3);

  await firefox.run(() => {
    location.hash = '#/mobilenet-v2';
  });
  await expect.poll(() => firefox.run(() => document.querySelectorAll('main svg').length), within).toBeGreaterThan(3);
  const cost = () => firefox.run(() => document.querySelector('main table')?.textContent);
  const before = await cost();
  await firefox.type('main input[type=range]', arrowRight);
  await expect.poll(cost, within).not.toBe(before);
});

test('times the layers at the first try, and collects what a class has measured', async ({ firefox, baseURL }) => {
  await firefox.open(`${baseURL}#/layers?net=squeezenet&resolution=64&rounds=1`);
  await expect.poll(() => firefox.run(() => document.querySelector('main button') !== null), within).toBe(true);
  await firefox.press('Measure');
  await expect.poll(() => firefox.text(), within).toContain('Measure again');
  expect(await firefox.text()).not.toMatch(/no longer answers|could not/);

  await firefox.run(() => {
    location.hash = '#/collect';
  });
  await expect.poll(() => firefox.text(), within).toContain('Nothing is measured yet.');
  const code = (ms: number) =>
    `1~squeezenet:version=1.1:classes=64:resolution=96~wasm~a+phone~Safari+19~tlpwu8~100~12.3~20~1~2~${ms}~9~0.5~1~29.9~3~1234~56~12350000`;
  await firefox.type('main textarea', `${code(7)}\n${code(8)}`);
  await firefox.press('Add them');
  await expect.poll(() => firefox.text(), within).toContain('2 new results.');
  await firefox.open(`${baseURL}#/collect?again`);
  const rows = () => firefox.run(() => document.querySelectorAll('tbody tr').length);
  await expect.poll(rows, 'kept over a reload').toBe(2);
});
