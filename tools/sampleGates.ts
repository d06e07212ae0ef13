import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { createClassifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import { readImage } from './readImage';
import { readTrainedNetwork } from './readWeights';
import { runErrorSentence } from './runErrorSentence';

/** Gates and maps in the file, as `src/lab/examples/gates.ts` reads them. */
export type SampleGates = {
  readonly weights: string;
  readonly photos: Readonly<Record<string, PhotoGates>>;
  readonly maps: { readonly block: string; readonly photo: string; readonly side: number; readonly channels: Maps };
};

type PhotoGates = {
  readonly label: string;
  /** In thousandths, by block, a number a channel. */
  readonly gates: Readonly<Record<string, readonly number[]>>;
};

/** A list a channel: its map row by row, 0 to 255, the greatest value of that channel being 255. */
type Maps = readonly (readonly number[])[];

const weights = 'mobilenet-v3-large-everyday64';
const photos = ['coffee', 'chelsea'] as const;
/** The block whose maps the chapter opens with: the largest maps on which gates take all values. */
const opened = { block: 'block5', photo: 'coffee', channels: 8 } as const;

/** Runs the trained MobileNet V3-Large on both sample photographs and reads every squeeze-and-excite gate. */
export async function sampleGates(samples: string): Promise<Result<SampleGates>> {
  const network = await readTrainedNetwork('mobilenet-v3', weights, {});
  if (!network.ok) return network;
  const executor = await createExecutor({ backend: 'wasm', wasmBinaries: null });
  if (!executor.ok) return failure(runErrorSentence(weights, executor.error));
  const classifier = await createClassifier({
    executor: executor.value,
    ...network.value,
    onProgress: () => undefined,
  });
  if (!classifier.ok) return failure(runErrorSentence(weights, classifier.error));
  const gateIds = network.value.graph.nodes.flatMap(({ id }) => (id.endsWith(gateSuffix) ? [id] : []));
  const mapId = `${opened.block}.depthwise.activation`;
  const read: Record<string, PhotoGates> = {};
  let maps: SampleGates['maps'] | undefined;
  for (const photo of photos) {
    const image = await readImage(`${samples}/${photo}.webp`);
    if (!image.ok) return image;
    const labelled = await classifier.value.classify(image.value.pixels, 1);
    if (!labelled.ok) return failure(runErrorSentence(photo, labelled.error));
    const activations = await classifier.value.activations(image.value.pixels, [...gateIds, mapId]);
    if (!activations.ok) return failure(runErrorSentence(photo, activations.error));
    const gates = activations.value.filter(({ id }) => id.endsWith(gateSuffix));
    read[photo] = {
      label: labelled.value.top[0]?.label ?? '',
      gates: Object.fromEntries(
        gates.map(({ id, values }) => [
          id.slice(0, -gateSuffix.length),
          Array.from(values, (gate) => Math.round(1000 * gate)),
        ]),
      ),
    };
    const map = activations.value.find(({ id }) => id === mapId);
    if (photo === opened.photo && map !== undefined) {
      const [side, , count] = map.shape;
      maps = {
        block: opened.block,
        photo,
        side,
        channels: Array.from({ length: opened.channels }, (_, channel) => mapOf(map.values, channel, count)),
      };
    }
  }
  classifier.value.dispose();
  if (maps === undefined) return failure(`${weights}: lacks ${mapId}`);
  return success({ weights, photos: read, maps });
}

const gateSuffix = '.squeezeExcite.expand.activation';

function mapOf(values: Float32Array, channel: number, channels: number): readonly number[] {
  const map = Array.from({ length: values.length / channels }, (_, pixel) => values[pixel * channels + channel] ?? 0);
  const greatest = Math.max(...map);
  return map.map((value) => (greatest > 0 ? Math.round((255 * Math.max(0, value)) / greatest) : 0));
}
