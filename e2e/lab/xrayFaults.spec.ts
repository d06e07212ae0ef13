import { expect, test } from '../fixtures/test';

test.use({
  webGpu: 'off',
  camera: { shows: 'training/samples/coffee.png' },
  expectedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/],
});

const pixel = '#/xray?net=mobilenet-v2-everyday64&at=stage2.block2.depthwise.conv&channel=8&pixel=0,12';

test('the place stays when the camera goes, and is the nearest in a network that is chosen offline', async ({
  page,
  context,
}) => {
  await page.addInitScript(rememberStream);
  await page.goto(`./${pixel}&source=camera`);
  const path = page.getByRole('navigation', { name: 'Place in the network' });
  const products = page.getByText(/Products .* \+ bias/);
  await expect(products).toBeVisible({ timeout: 90_000 });
  await page.evaluate(() => window.dispatchEvent(new Event('test-camera-ends')));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The last picture stays');
  await expect(products).toBeVisible();
  await expect(path).toContainText('row 0, column 12');
  await alert.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(alert).toHaveCount(0);
  await expect(products).toBeVisible();

  await context.setOffline(true);
  await page.getByRole('button', { name: /Network/ }).press('Enter');
  await page
    .getByRole('option', { name: /^SqueezeNet/ })
    .first()
    .click();
  await expect(page.getByText('does not have the place that you looked at')).toBeVisible();
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
  await expect(path).toContainText('SqueezeNet');
  await expect(page.getByRole('list', { name: 'The five likeliest labels' }).getByRole('button')).toHaveCount(5, {
    timeout: 60_000,
  });
});

/** Ends what the camera gives when it is asked to, as a plug that is pulled does. */
function rememberStream(): void {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    window.addEventListener(
      'test-camera-ends',
      () => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      },
      { once: true },
    );
    return stream;
  };
}
