import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Choice } from '../src/nets/option';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { parseTensorFile } from '../src/run/formats/parseTensorFile';
import { parseLabels, parseManifest } from '../src/run/manifest';
import type { Normalisation } from '../src/run/preprocess';
import { imageNetNormalisation } from '../src/run/preprocess';
import type { StoredTensor } from '../src/run/stateDict';
import { damageOf } from '../src/run/weightsFolder';
import { readBytes, readJson } from './readFile';
import { runErrorText } from './runErrorText';

/** Weights to classify with, and what is known of them. */
export type Weights = {
  readonly tensors: readonly StoredTensor[];
  /** Options of the network that was trained; empty when only a file of tensors is there. */
  readonly options: Choice;
  readonly resolution: number | null;
  readonly labels: readonly string[] | null;
  readonly normalisation: Normalisation;
};

const publicWeights = fileURLToPath(new URL('../public/weights/', import.meta.url));

/** Reads a folder of `public/weights` by name, such a folder elsewhere by path, or any file that holds tensors. */
export async function readWeights(nameOrFile: string): Promise<Result<Weights>> {
  const folder = [join(publicWeights, nameOrFile), nameOrFile, dirname(nameOrFile)].find(isWeightsFolder);
  const isTheFolders =
    folder !== undefined &&
    (isFolder(nameOrFile) || !existsSync(nameOrFile) || basename(nameOrFile) === 'weights.safetensors');
  if (isTheFolders) return readFolder(folder);
  if (!existsSync(nameOrFile) || isFolder(nameOrFile)) {
    return failure(`weights: no such name or file (got ${nameOrFile}, wanted ${weightNames().join(', ')} or a file)`);
  }
  const tensors = await readTensors(nameOrFile);
  if (!tensors.ok) return tensors;
  return success({
    tensors: tensors.value,
    options: {},
    resolution: null,
    labels: null,
    normalisation: imageNetNormalisation,
  });
}

/** The tensors of a checkpoint in any format that the app reads. */
export async function readTensors(path: string): Promise<Result<readonly StoredTensor[]>> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const file = await parseTensorFile(bytes.value);
  return file.ok ? success(file.value.tensors) : failure(`${path}: ${file.error}`);
}

/** Names in `public/weights`. */
function weightNames(): readonly string[] {
  return existsSync(publicWeights)
    ? readdirSync(publicWeights).filter((name) => isWeightsFolder(join(publicWeights, name)))
    : [];
}

async function readFolder(folder: string): Promise<Result<Weights>> {
  const manifest = parsedJson(join(folder, 'manifest.json'), parseManifest);
  if (!manifest.ok) return manifest;
  const labels = parsedJson(join(folder, 'labels.json'), parseLabels);
  if (!labels.ok) return labels;
  const path = join(folder, 'weights.safetensors');
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const damage = await damageOf(bytes.value, manifest.value);
  if (damage !== null) return failure(runErrorText(path, damage));
  const file = await parseTensorFile(bytes.value);
  if (!file.ok) return failure(`${path}: ${file.error}`);
  const { options, resolution } = manifest.value;
  return success({
    tensors: file.value.tensors,
    options,
    resolution,
    labels: labels.value,
    normalisation: manifest.value,
  });
}

function parsedJson<T>(path: string, parse: (json: unknown) => Result<T>): Result<T> {
  const json = readJson(path);
  if (!json.ok) return json;
  const parsed = parse(json.value);
  return parsed.ok ? parsed : failure(`${dirname(path)}: ${parsed.error}`);
}

function isWeightsFolder(path: string): boolean {
  return existsSync(join(path, 'manifest.json'));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
