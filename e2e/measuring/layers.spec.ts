import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';

const small = 'net=squeezenet:version=1.1:resolution=64&rounds=1&level=layers';

for (const [backend, method, clock] of [
  ['wasm', 'alone', 'wall'],
  ['webgpu', 'alone', 'timestamps'],
  ['webgpu', 'prefixes', 'wall'],
] as const) {
  // Backends and ways to time differ in the worker, not in the browser.
  const tag = method === 'alone' && backend === 'webgpu' ? [] : ['@thorough'];
  test(`a student sees where the time goes on ${backend}, timed ${method}`, { tag }, async ({ page }) => {
    const wanted = method === 'prefixes' ? '&method=prefixes' : '';
    await page.goto(`./#/layers?${small}&backend=${backend}${wanted}`);
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    const stated = page.locator('[data-method]');
    await expect(stated).toHaveAttribute('data-method', method, { timeout: 100_000 });
    await expect(stated).toHaveAttribute('data-clock', clock);

    for (const figure of ['time', 'macs', 'memory']) {
      const shares = await page
        .locator(`td[data-figure=${figure}]`)
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
      expect(shares.length).toBeGreaterThanOrEqual(30);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    }
    await page.getByRole('radio', { name: 'time', exact: true }).press('Space');
    const [first = 0, second = 0] = await page
      .locator('td[data-figure=time]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
    expect(first).toBeGreaterThanOrEqual(second);
    await expect(page).toHaveURL(/sort=time/);
    await expect(page.getByRole('img', { name: /layers below a peak/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /shaded by time/ })).toBeVisible();
    await expect(page.locator('tfoot tr')).toHaveText([
      /^All layers together/,
      /^Between the layers[+−]?\d/,
      /^Whole network/,
    ]);
    // The page is the same on every backend.
    if (backend === 'wasm') expect(await accessibilityFaults(page)).toEqual([]);
  });
}

test('results stay when the page is loaded again, are marked when settings change, and can be cleared', async ({
  page,
}) => {
  await page.goto(`./#/layers?${small}&backend=wasm`);
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  const origin = page.locator('[data-origin]');
  await expect(origin).toHaveAttribute('data-origin', 'current', { timeout: 100_000 });
  await page.reload();
  await expect(origin).toContainText('1 round');
  await page.getByText(/^Timing: /).click();
  await page.getByRole('radio', { name: '5', exact: true }).press('Space');
  await expect(origin).toHaveAttribute('data-origin', 'older');
  await expect(page.getByText('These results were measured with other settings.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the result kept here' }).click();
  await expect(origin).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(origin).toHaveAttribute('data-origin', 'older');
});

test('an example is shown before a measurement, which can be stopped', async ({ page }) => {
  await page.goto('./#/layers?backend=wasm&rounds=15');
  await expect(page.locator('[data-origin]')).toHaveAttribute('data-origin', 'example');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped before every layer was timed')).toBeVisible();
});
