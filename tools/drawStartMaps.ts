import { join } from 'node:path';
import sharp from 'sharp';
import type { Result } from '../src/nets/result';
import type { Activation } from '../src/run/device/executor';
import { createClassifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import { startMaps } from '../src/viz/maps/startMaps';
import { featureMapOf } from '../src/viz/maps/featureMap';
import { ramp } from '../src/viz/maps/ramp';
import { readImage } from './readImage';
import { readTrainedNetwork } from './readWeights';

const file = join('src', 'components', 'start', 'maps.webp');

/** Draws what EfficientNet-Lite0 computes from the photo of the start page: the liveliest channels of five of its maps. */
async function drawStartMaps(): Promise<void> {
  const network = valueOf(await readTrainedNetwork(startMaps.net, startMaps.weights, {}));
  const executor = valueOf(await createExecutor({ backend: 'wasm', wasmBinaries: null }));
  const classifier = valueOf(await createClassifier({ executor, ...network, onProgress: () => undefined }));
  const { pixels } = valueOf(await readImage(join('public', 'samples', 'coffee.png')));
  const seen = valueOf(
    await classifier.activations(
      pixels,
      startMaps.strips.map(({ node }) => node),
    ),
  );
  const parts = await Promise.all(startMaps.strips.map((strip, at) => stripOf(strip, seen[at])));
  const { width, height } = startMaps;
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite(parts)
    .webp({ quality: 76, smartSubsample: true, effort: 6 })
    .toFile(file);
}

/** The maps of one node as PNG files, each at its place on the sheet. */
async function stripOf({ left, side, count }: (typeof startMaps.strips)[number], seen: Activation | undefined) {
  if (seen === undefined || seen.shape[0] !== side)
    throw new Error(`drawStartMaps: no map of ${String(side)} px (got ${String(seen?.shape)})`);
  const channels = liveliest(seen, count);
  const columns = 2;
  const width = columns * side;
  const height = (count / columns) * side;
  const data = Buffer.alloc(width * height * 4);
  channels.forEach((channel, at) => {
    const map = featureMapOf(seen, channel, ramp);
    const [x, y] = [(at % columns) * side, Math.floor(at / columns) * side];
    for (let row = 0; row < side; row += 1)
      data.set(map.data.subarray(row * side * 4, (row + 1) * side * 4), ((y + row) * width + x) * 4);
  });
  const input = await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { input, left, top: 0 };
}

/** The channels that vary most over the picture, in their own order. */
function liveliest({ shape: [height, width, channels], values }: Activation, count: number): readonly number[] {
  const pixels = height * width;
  const spread = Array.from({ length: channels }, (_, channel) => {
    let [sum, squares] = [0, 0];
    for (let at = channel; at < values.length; at += channels) {
      const value = values[at] ?? 0;
      sum += value;
      squares += value * value;
    }
    return { channel, variance: squares / pixels - (sum / pixels) ** 2 };
  });
  const chosen = spread.toSorted((a, b) => b.variance - a.variance).slice(0, count);
  return chosen.map(({ channel }) => channel).toSorted((a, b) => a - b);
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`drawStartMaps: ${JSON.stringify(result.error)}`);
  return result.value;
}

await drawStartMaps();
