import { existsSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { teachableMachineFiles } from '../../src/run/checkpoint/fixtures/teachableMachineFiles';
import { loadedByTfjs, probabilitiesOf } from '../../src/run/checkpoint/fixtures/tfjsWitness';
import { staticHost } from '../fixtures/staticHost';
import { expect, test } from '../fixtures/test';
import { dropOnPicture, expectEspresso, topFive } from '../live/livePage';
import { recognised } from './publisher';

test.use({
  serviceWorkers: 'allow',
  camera: 'absent',
  webGpu: 'off',
  expectedErrors: [/net::ERR_CONNECTION_REFUSED/],
});

// A real export lies beside the project where it is developed.
const shared = resolve('../shared/fixtures/teachable-machine');
const labels = ['cup', 'pen', 'book', 'hand'];

const exports = [
  { title: 'a generated export', side: 96, load: () => Promise.resolve(teachableMachineFiles(labels, 96)) },
  { title: 'a real export', side: 224, load: realFiles },
];

for (const { title, side, load } of exports) {
  const name = `${title} of Teachable Machine gives the probabilities of tfjs, without a network`;
  // Both are the same format; where the project is developed, one is enough at every change.
  const tag = title === 'a generated export' && existsSync(shared) ? ['@thorough'] : [];
  test(name, { tag }, async ({ page }, info) => {
    test.skip(title === 'a real export' && !existsSync(shared), 'there is no real export beside the project');
    test.slow();
    const host = await staticHost('dist', '/lessons/featherweight/');
    await page.goto(`${host.url}#/live`);
    await expectEspresso(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await host.stop();

    const files = await load();
    const paths: string[] = [];
    for (const { name, read } of files) {
      paths.push(info.outputPath(name));
      writeFileSync(info.outputPath(name), await read());
    }
    await dropOnPicture(page, ...paths);
    await expect(recognised(page)).toContainText('MobileNet V2', { timeout: 60_000 });
    await expect(recognised(page)).toContainText(/named in the file/);

    const witness = await loadedByTfjs(files);
    for (const photo of await photosOf(side)) {
      const path = info.outputPath(photo.name);
      writeFileSync(path, photo.png);
      await page.locator('input[type=file][accept*=image]').setInputFiles(path);
      const wanted = [...probabilitiesOf(witness, photo.pixels)].sort((a, b) => b - a).slice(0, 5);
      await expect
        .poll(async () => largestGap(await sharesOf(page), wanted), { timeout: 60_000, message: photo.name })
        .toBeLessThan(1e-4);
    }
    witness.dispose();
  });
}

/** The exact probabilities of the rows, from their bars. */
async function sharesOf(page: Parameters<typeof topFive>[0]): Promise<readonly number[]> {
  const styles = await topFive(page)
    .locator('[style]')
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('style')));
  return styles.map((style) => Number(/scale: ([\d.e-]+)/.exec(style ?? '')?.[1]));
}

function largestGap(got: readonly number[], wanted: readonly number[]): number {
  return Math.max(...wanted.map((value, index) => Math.abs(value - (got[index] ?? NaN))));
}

/** Five squares of the sample photos, of exactly the size that the network takes. */
async function photosOf(side: number) {
  const cuts = [
    ['coffee', 0],
    ['coffee', 1],
    ['coffee', 2],
    ['chelsea', 0],
    ['chelsea', 1],
  ] as const;
  return Promise.all(
    cuts.map(async ([sample, turns]) => {
      const image = sharp(`training/samples/${sample}.png`)
        .rotate(90 * turns)
        .resize(side, side)
        .toColourspace('srgb');
      const png = await image.removeAlpha().png().toBuffer();
      const data = await sharp(png).ensureAlpha().raw().toBuffer();
      return { name: `${sample}-${turns}.png`, png, pixels: { width: side, height: side, data: new Uint8Array(data) } };
    }),
  );
}

async function realFiles(): Promise<ReturnType<typeof teachableMachineFiles>> {
  const names = await readdir(shared);
  return names.map((name) => ({ name, read: async () => new Uint8Array(await readFile(join(shared, name))) }));
}
