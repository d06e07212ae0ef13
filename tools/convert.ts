import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Graph } from '../src/nets/graph';
import type { Choice } from '../src/nets/option';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import type { TensorValues } from '../src/nets/weights/tensorValue';
import { outputNames } from '../src/run/checkpoint/outputNames';
import type { Recognised } from '../src/run/checkpoint/recognise';
import { writeSafetensors } from '../src/run/formats/safetensors';
import { parseManifest, type Manifest } from '../src/run/weights/manifest';
import { orderedTensors } from '../src/run/weights/stateDict';
import { sha256Of } from '../src/run/weights/weightsFolder';
import type { Arguments } from './arguments';
import { takeOptions } from './arguments';
import { readJson } from './readFile';
import { readLabels } from './readLabels';
import { readCheckpoint } from './readWeights';

/** `convert`: a published checkpoint into a folder of the weights format. Nothing is written unless every shape fits. */
export async function convertText({ words, options, flags }: Arguments): Promise<Result<string>> {
  const { taken, rest } = takeOptions(options, ['net', 'labels', 'out', 'about']);
  const [checkpoint, ...others] = words;
  const { net, labels: labelsPath, out, about } = taken;
  if (
    checkpoint === undefined ||
    others.length > 0 ||
    net === undefined ||
    labelsPath === undefined ||
    out === undefined
  ) {
    return failure(
      'convert: incomplete (wanted `convert CHECKPOINT --net ID [options] --labels FILE --out FOLDER [--about FILE]`)',
    );
  }
  const labels = readLabels(String(labelsPath));
  if (!labels.ok) return labels;
  const recognised = await readCheckpoint(String(net), checkpoint, rest);
  if (!recognised.ok) return recognised;
  const { graph, tensors } = recognised.value;
  const names = outputNames(labels.value, graph.output.shape.channels);
  if (!names.ok) return failure(`${String(labelsPath)}: ${names.error}`);
  const weights = halfWeights(checkpoint, graph, tensors);
  if (!weights.ok) return weights;
  const folder = String(out);
  const manifest = await describedManifest(weights.value, recognised.value, { checkpoint, folder, about });
  if (!manifest.ok) return manifest;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'weights.safetensors'), weights.value);
  writeFileSync(join(folder, 'labels.json'), `${JSON.stringify(names.value, null, 2)}\n`);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest.value, null, 2)}\n`);
  const { name, bytes } = manifest.value;
  return success(
    flags.has('json')
      ? JSON.stringify(manifest.value, null, 2)
      : `${folder}: ${name}, ${bytes} bytes, ${names.value.length} classes`,
  );
}

/** The graph's tensors as a float16 safetensors file. */
function halfWeights(checkpoint: string, graph: Graph, tensors: TensorValues): Result<Uint8Array> {
  const named = orderedTensors(graph, tensors);
  const tooLarge = named.find(({ data }) => data.some((value) => Math.abs(value) > largestHalf));
  if (tooLarge !== undefined)
    return failure(`${checkpoint}: ${tooLarge.name} does not fit into float16 (wanted at most ${largestHalf})`);
  return success(writeSafetensors(named, { dtype: 'F16' }));
}

const largestHalf = 65504;

type Origin = { readonly checkpoint: string; readonly folder: string; readonly about: Choice[string] | undefined };

/** What the tensors do not say comes from the file given with --about, which may hold any of the manifest's fields. */
async function describedManifest(weights: Uint8Array, network: Recognised, origin: Origin): Promise<Result<Manifest>> {
  const about = origin.about === undefined ? success({}) : readJson(String(origin.about));
  if (!about.ok) return about;
  return parseManifest({
    name: basename(resolve(origin.folder)),
    net: network.model.id,
    options: network.options,
    resolution: network.resolution,
    mean: network.normalisation.mean,
    std: network.normalisation.std,
    license: 'unknown',
    source: basename(origin.checkpoint),
    accuracy: null,
    ...(typeof about.value === 'object' && about.value),
    bytes: weights.length,
    sha256: await sha256Of(weights),
  });
}
