import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { expectGuesses, expectNamed, openPanel, overlay } from '../live/livePage';
import {
  expectRunning,
  gotoPanel,
  isReal,
  mobileNet,
  mobileNetPath,
  panel,
  publisher,
  recognised,
  squeezeNetPath,
} from './publisher';

test.use({ camera: 'absent', webGpu: 'off', expectedErrors: [/Failed to load resource|CORS policy/] });

const address = './#/live?source=chelsea&net=mobilenet-v1-0.25-imagenet';

test('after an address without it, from a slow server that redirects and breaks off: fetched, recognised, stored, run, and run offline later', async ({
  page,
}) => {
  const server = await publisher(
    page,
    {
      [mobileNetPath]: { bytes: mobileNet, troubles: [0, 1, 2].map(() => ({ redirectsTo: '/moved.h5' })) },
      'moved.h5': { bytes: mobileNet, troubles: [{ breaksAfterBytes: 200_000, pauseMs: 100 }, { pauseMs: 150 }] },
    },
    ['gone/', ''],
  );
  await gotoPanel(page, address);
  await panel(page).getByRole('button', { name: 'Get MobileNet V1 0.25×' }).click();
  await expect(page.getByRole('progressbar', { name: 'Fetching MobileNet V1 0.25×' })).toBeVisible();
  await expect(recognised(page)).toContainText('MobileNet V1 0.25×');
  await expect(recognised(page)).toContainText(/Classes\s*1,00[01] \(ImageNet\)/);
  await expectRunning(page, 'MobileNet V1 0.25×');
  await expectGuesses(page, isReal ? /tabby|tiger cat|Egyptian cat|lynx/ : /\w/);
  await expect(page).toHaveURL(/net=mobilenet-v1-0\.25-imagenet/);
  expect(server.asked[0]).toBe(`GET /gone/${mobileNetPath}`);
  // The download resumes where the connection broke.
  expect(server.asked.at(-1)).toMatch(/^GET \/moved\.h5 bytes=[1-9]\d*-$/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await server.stop();
  await page.reload();
  await expectGuesses(page, isReal ? /tabby|tiger cat|Egyptian cat|lynx/ : /\w/);
  await expectRunning(page, 'MobileNet V1 0.25×');
});

test("a network's card offers its ImageNet weights, and the lab runs them once they are downloaded", async ({
  page,
}) => {
  const server = await publisher(page, { [mobileNetPath]: { bytes: mobileNet } });
  await page.goto('./#/networks?net=mobilenet-v1');
  await page.getByRole('button', { name: 'Get MobileNet V1 0.25×' }).click();
  await expect(page).toHaveURL(/#\/live\?net=mobilenet-v1-0\.25-imagenet/);
  await expectRunning(page, 'MobileNet V1 0.25×');
  await server.stop();
});

test('a stopped download resumes, and a stored file can be removed', async ({ page }) => {
  const server = await publisher(page, { [mobileNetPath]: { bytes: mobileNet, troubles: [{ pauseMs: 1000 }] } });
  await gotoPanel(page, address);
  const get = panel(page).getByRole('button', { name: 'Get MobileNet V1 0.25×' });
  await get.click();
  await expect(page.getByRole('progressbar', { name: 'Fetching MobileNet V1 0.25×' })).toHaveAttribute(
    'aria-valuenow',
    /^[1-9]/,
  );
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar', { name: 'Fetching MobileNet V1 0.25×' })).toHaveCount(0);
  await page.reload();
  await openPanel(page, 'Network');
  await get.click();
  await expect(panel(page).getByRole('button', { name: 'Run MobileNet V1 0.25×' })).toBeVisible();
  await expect(page).toHaveURL(/net=mobilenet-v1-0.25-imagenet/);
  await server.stop();
  expect(server.asked.at(-1)).toMatch(/^GET \S+ bytes=[1-9]\d*-$/);

  await gotoPanel(page, './#/live?source=chelsea&net=squeezenet-everyday64');
  await panel(page).getByText('ImageNet weights of other networks').click();
  await panel(page).getByRole('button', { name: 'Remove MobileNet V1 0.25×' }).click();
  await expect(get).toBeVisible();
});

test('a server without CORS has its message, and the file can be opened by hand', async ({ page }) => {
  const server = await publisher(page, { [mobileNetPath]: { bytes: mobileNet, isShared: false } });
  await gotoPanel(page, address);
  await panel(page).getByRole('button', { name: 'Get MobileNet V1 0.25×' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/does not let other sites read its files/);
  await expect(alert).toContainText('Download the file by hand and open it here, or drop it on the picture on Live');
  await expect(alert.getByRole('link', { name: 'Download by hand' })).toHaveAttribute(
    'href',
    `${server.url}${mobileNetPath}`,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Open a checkpoint' }).click();
  await (await chooser).setFiles({ name: 'mobilenet_2_5_224_tf.h5', mimeType: '', buffer: Buffer.from(mobileNet) });
  await expect(recognised(page)).toContainText('MobileNet V1 0.25×');
  await expect(alert).toHaveCount(0);
  // The same file, so the same network, wherever it came from.
  await expectRunning(page, 'MobileNet V1 0.25×');
  await server.stop();
});

test('a missing and an altered file, and a server that does not answer, each have their message', async ({ page }) => {
  const files = { [squeezeNetPath]: { bytes: mobileNet, troubles: [{ isWebPage: true as const }] } };
  const server = await publisher(page, files, ['', 'gone/']);
  await gotoPanel(page, './#/live?net=squeezenet-1.1-imagenet');
  const get = panel(page).getByRole('button', { name: 'Get SqueezeNet 1.1' });
  const alert = page.getByRole('alert');
  await get.click();
  await expect(alert).toContainText('None of the 2 addresses delivered the file.');
  await expect(alert.getByRole('listitem')).toHaveText([/^127\.0\.0\.1\S* sent a web page/, /status 404\.$/]);
  await expect(alert.getByRole('link', { name: /^Download by hand from 127/ })).toHaveCount(2);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert.getByRole('listitem').first()).toContainText('other than the published file');
  server.files.delete(squeezeNetPath);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert.getByRole('listitem').first()).toContainText('answered with status 404');
  await page.context().setOffline(true);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText(/There is no network|did not start/);
  await page.context().setOffline(false);
  await expect(alert.getByRole('listitem').first()).toContainText('answered with status 404');
  await server.stop();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert.getByRole('listitem').first()).toContainText('does not answer');
  // The running network was not interrupted.
  await expectNamed(page, { not: 'nothing' });
  await expect(overlay(page)).toBeVisible();
});
