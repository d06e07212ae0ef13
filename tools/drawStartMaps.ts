import { join } from 'node:path';
import sharp from 'sharp';
import { channelOf } from '../src/nets/arithmetic/mapValues';
import { channelNumbers } from '../src/nets/maps/channelNumbers';
import { distinctMaps } from '../src/nets/maps/distinctMaps';
import { magnitudeLimit, mapLimit } from '../src/nets/maps/scaleLimit';
import type { Result } from '../src/nets/result';
import type { Activation } from '../src/run/device/executor';
import { createClassifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import { signedColour, type Ground } from '../src/viz/maps/signedRamp';
import { startMaps } from '../src/viz/maps/startMaps';
import { readImage } from './readImage';
import { readTrainedNetwork } from './readWeights';

/**
 * Draws what EfficientNet-Lite0 computes from the photo of the start page: the strongest distinct channels of five of its maps,
 * on the signed scale and with the limits that X-ray has, a file for each ground.
 */
async function drawStartMaps(): Promise<void> {
  const network = valueOf(await readTrainedNetwork(startMaps.net, startMaps.weights, {}));
  const executor = valueOf(await createExecutor({ backend: 'wasm', wasmBinaries: null }));
  const classifier = valueOf(await createClassifier({ executor, ...network, onProgress: () => undefined }));
  const { pixels } = valueOf(await readImage(join('public', 'samples', 'coffee.webp')));
  const seen = valueOf(
    await classifier.activations(
      pixels,
      startMaps.strips.map(({ node }) => node),
    ),
  );
  const { width, height } = startMaps;
  for (const ground of ['light', 'dark'] as const) {
    const parts = await Promise.all(startMaps.strips.map((strip, at) => stripOf(strip, seen[at], ground)));
    await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .composite(parts)
      .webp({ quality: 76, smartSubsample: true, effort: 6 })
      .toFile(join('src', 'components', 'start', `maps.${ground}.webp`));
  }
}

/** The maps of one node as PNG files, each at its place on the sheet. */
async function stripOf(
  { left, side, count }: (typeof startMaps.strips)[number],
  seen: Activation | undefined,
  ground: Ground,
) {
  if (seen === undefined || seen.shape[0] !== side)
    throw new Error(`drawStartMaps: no map of ${String(side)} px (got ${String(seen?.shape)})`);
  const layerLimit = magnitudeLimit(seen.values);
  const columns = 2;
  const width = columns * side;
  const height = (count / columns) * side;
  const data = Buffer.alloc(width * height * 3);
  strongest(seen, count).forEach((channel, at) => {
    const values = channelOf(seen, channel);
    const limit = mapLimit(values, layerLimit);
    const [x, y] = [(at % columns) * side, Math.floor(at / columns) * side];
    values.forEach((value, pixel) => {
      const place = (y + Math.floor(pixel / side)) * width + x + (pixel % side);
      data.set(signedColour(limit === 0 ? 0 : value / limit, ground), 3 * place);
    });
  });
  const input = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { input, left, top: 0 };
}

/** The channels that X-ray would show, in their own order. */
function strongest(seen: Activation, count: number): readonly number[] {
  const { deviation } = channelNumbers(seen.values, seen.shape[2]);
  return distinctMaps(deviation, (channel) => channelOf(seen, channel), count).toSorted((a, b) => a - b);
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`drawStartMaps: ${JSON.stringify(result.error)}`);
  return result.value;
}

await drawStartMaps();
