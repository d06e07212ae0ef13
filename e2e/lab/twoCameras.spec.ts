import { expect, test } from '../fixtures/test';
import { openLatency, overlay } from '../live/livePage';
import { rankedTimes } from './racePage';

test.use({ camera: 'two', webGpu: 'off' });

test('one of several cameras is chosen by its name, in the lab and in the race, which can be paused', async ({
  page,
}) => {
  const track = () =>
    page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject;
      return stream instanceof MediaStream ? (stream.getVideoTracks()[0]?.label ?? '') : '';
    });
  await page.goto('./#/live?source=camera&net=shufflenet-v2-everyday64');
  await openLatency(page);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/, { timeout: 60_000 });
  const first = await track();
  await page.getByRole('button', { name: /Which camera$/ }).click();
  await page.getByRole('option', { name: /^fake_device_1/ }).click();
  await expect.poll(track).not.toBe(first);
  await expect(overlay(page)).toContainText(/frames per second\s*\d/);

  await page.goto('./#/race?source=camera&nets=shufflenet-v2-everyday64,shufflenet-v1-everyday64');
  await expect.poll(async () => (await rankedTimes(page)).length, { timeout: 60_000 }).toBe(2);
  const before = await track();
  await page.getByRole('button', { name: /Which camera$/ }).click();
  await page.getByRole('option', { name: /^fake_device_1/ }).click();
  await expect.poll(track).not.toBe(before);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.paused)).toBe(true);
  expect(await rankedTimes(page)).toHaveLength(2);
});
