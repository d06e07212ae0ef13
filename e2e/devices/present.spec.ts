import type { Picture } from '../fixtures/cameraFilm';
import { expect, test } from '../fixtures/test';
import { hasWebGpu, seenByCamera } from './inPage';

// All other browser tests rely on this: the browser has the devices that its options name.

const quarters = [
  [200, 30, 30],
  [30, 180, 30],
  [30, 30, 200],
  [220, 220, 60],
];

test.use({ camera: { shows: quarteredPicture() }, webGpu: 'software' });

test('the camera shows the picture', async ({ page }) => {
  await page.goto('./');
  const seen = await page.evaluate(seenByCamera);
  expect(seen).toHaveLength(4);
  const distances = quarters.flatMap((colour, quarter) =>
    colour.map((wanted, channel) => Math.abs(wanted - Number(seen[quarter]?.[channel] ?? NaN))),
  );
  expect(Math.max(...distances)).toBeLessThan(8);
});

test('there is a WebGPU adapter', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(hasWebGpu)).toBe(true);
});

/** Four colours, red, green, blue and yellow by rows. */
function quarteredPicture(): Picture {
  const picture = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 4) };
  for (let y = 0; y < 48; y++) {
    for (let x = 0; x < 64; x++) {
      const colour = quarters[(y < 24 ? 0 : 2) + (x < 32 ? 0 : 1)] ?? [];
      picture.data.set([...colour, 255], (y * 64 + x) * 4);
    }
  }
  return picture;
}
