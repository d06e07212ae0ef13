import { basename, resolve } from 'node:path';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { convertedFolder, type WeightBits } from '../src/run/checkpoint/convertedFolder';
import { numberNames } from '../src/run/checkpoint/classNames';
import { outputNames } from '../src/run/checkpoint/outputNames';
import { parseManifest, type Manifest } from '../src/run/weights/manifest';
import type { Answer } from './answer';
import type { Arguments } from './arguments';
import { conventionLines } from './checkpointSentences';
import { takeOptions } from './arguments';
import { readJson } from './readFile';
import { readLabels } from './readLabels';
import { readCheckpoint } from './readWeights';
import { runErrorSentence } from './runErrorSentence';
import { writeFolder } from './writeFolder';

const weightBits: readonly WeightBits[] = [8, 16];

/** `convert`: turns a published checkpoint into a folder of weights. Writes nothing unless every shape fits. */
export async function convertText({ words, options, flags }: Arguments): Promise<Answer> {
  const { taken, rest } = takeOptions(options, ['net', 'labels', 'out', 'about', 'bits']);
  const [checkpoint, ...others] = words;
  const { net, labels: labelsPath, out, about, bits: bitsText = '16' } = taken;
  if (
    checkpoint === undefined ||
    others.length > 0 ||
    net === undefined ||
    labelsPath === undefined ||
    out === undefined
  ) {
    return failure(
      'convert: incomplete (wanted `convert CHECKPOINT --net ID [options] --labels FILE --out FOLDER [--about FILE] [--bits 8]`)',
    );
  }
  const bits = weightBits.find((each) => String(each) === String(bitsText));
  if (bits === undefined)
    return failure(`convert: --bits is not possible (got ${String(bitsText)}, wanted ${weightBits.join(' or ')})`);
  const labels = readLabels(String(labelsPath));
  if (!labels.ok) return labels;
  const recognised = await readCheckpoint(String(net), checkpoint, rest);
  if (!recognised.ok) return recognised;
  const { channels } = recognised.value.graph.output.shape;
  const isOfFeatures = recognised.value.options['classes'] === 0;
  const names = isOfFeatures ? success(numberNames(channels)) : outputNames(labels.value, channels);
  if (!names.ok) return failure(`${String(labelsPath)}: ${names.error}`);
  const described = about === undefined ? success({}) : readJson(String(about));
  if (!described.ok) return described;
  const folder = String(out);
  const own = { name: basename(resolve(folder)), license: 'unknown', source: basename(checkpoint) };
  const converted = await convertedFolder(recognised.value, { ...own, labels: names.value }, bits);
  if (!converted.ok) return failure(runErrorSentence(checkpoint, converted.error));
  const manifest = completed(converted.value.manifest, described.value);
  if (!manifest.ok) return manifest;
  writeFolder(folder, { ...converted.value, manifest: manifest.value });
  const { name, bytes } = manifest.value;
  const text = flags.has('json')
    ? JSON.stringify(manifest.value, null, 2)
    : `${folder}: ${name}, ${bytes} bytes, ${names.value.length} ${isOfFeatures ? 'features' : 'classes'}`;
  return { ...success(text), warnings: conventionLines(checkpoint, recognised.value) };
}

/** Adds what the tensors do not say, from the --about file, which may hold any field of the manifest. */
function completed(manifest: Manifest, about: unknown): Result<Manifest> {
  const { bytes, sha256 } = manifest;
  return parseManifest({ ...manifest, ...(typeof about === 'object' && about), bytes, sha256 });
}
