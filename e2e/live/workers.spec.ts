import { writeFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test';
import { killWorker, rememberWorkers, workerOf } from '../fixtures/workers';
import { dropOnPicture, expectEspresso } from './livePage';

test.use({ camera: 'absent', webGpu: 'off' });

// Waits for the watch twice.
test(
  'a worker in an endless loop over a file is stopped by Stop, or started again after it was killed',
  {
    tag: '@thorough',
  },
  async ({ page }, info) => {
    await rememberWorkers(page);
    await page.route('**/checkpointWorker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${endlessReading}\n${await response.text()}` });
    });
    const path = info.outputPath('endless.pth');
    writeFileSync(path, 'a file that is never read to its end');
    await page.goto('./#/live');
    await expectEspresso(page);
    await dropOnPicture(page, path);
    await expect(page.getByText('Reading endless.pth')).toBeVisible();
    await expect.poll(() => workerOf(page, 'checkpoint')).toBeDefined();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('Reading endless.pth')).toHaveCount(0);
    await expect.poll(() => workerOf(page, 'checkpoint'), 'the worker is gone').toBeUndefined();

    await dropOnPicture(page, path);
    await expect.poll(() => workerOf(page, 'checkpoint')).toBeDefined();
    await killWorker(page, 'checkpoint');
    const alert = page.getByRole('alert');
    // On a slow machine its silence is noticed first.
    await expect(alert).toContainText(/The background worker (was closed|stopped responding)/);
    await alert.getByRole('button', { name: 'Start it again' }).click();
    await expect(page.getByText('Reading endless.pth')).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => workerOf(page, 'checkpoint')).toBeUndefined();
    await expectEspresso(page);
  },
);

test('a killed engine is noticed, and one button starts it again with what was chosen', async ({ page }) => {
  await rememberWorkers(page);
  await page.goto('./#/live?net=shufflenet-v2-everyday64');
  await expectEspresso(page);
  await killWorker(page, 'engine');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The background worker was closed.');
  await page.getByRole('button', { name: 'Start it again' }).click();
  await expect(alert).toHaveCount(0);
  await expectEspresso(page);
  await expect(page).toHaveURL(/net=shufflenet-v2-everyday64/);

  void workerOf(page, 'engine')
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await expect(alert).toContainText('The background worker stopped responding', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Start it again' }).click();
  await expectEspresso(page);
  await expect(alert).toHaveCount(0);
});

test('a killed measurement is noticed, and started again by the button', { tag: '@thorough' }, async ({ page }) => {
  await rememberWorkers(page);
  await page.goto('./#/layers?backend=wasm&rounds=15');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect.poll(() => workerOf(page, 'measure')).toBeDefined();
  await expect(page.getByRole('progressbar', { name: 'Timing the layers' })).toBeVisible();
  await killWorker(page, 'measure');
  await expect(page.getByRole('alert')).toContainText('The background worker was closed.');
  await page.getByRole('alert').getByRole('button', { name: 'Start it again' }).click();
  await expect(page.getByRole('progressbar', { name: 'Timing the layers' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped before every layer was timed')).toBeVisible();
});

/** A file that turns into an endless loop when it is read, whoever reads it. */
const endlessReading = `
  for (const name of ['arrayBuffer', 'stream', 'slice', 'text', 'bytes']) {
    Blob.prototype[name] = () => { for (;;); };
  }`;
