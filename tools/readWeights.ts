import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Graph } from '../src/nets/graph';
import { modelById } from '../src/nets/models/index';
import type { Choice } from '../src/nets/parameter';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import type { TensorValues } from '../src/nets/weights/tensorValue';
import { conventionNames, parseConventions } from '../src/run/checkpoint/chosenConventions';
import { readPublishedConfig } from '../src/run/checkpoint/publishedConfig';
import { recogniseSet } from '../src/run/checkpoint/weightSets';
import { outputNames } from '../src/run/checkpoint/outputNames';
import type { Recognised } from '../src/run/checkpoint/recognise';
import { readingBudget } from '../src/run/formats/bytes/budget';
import { besideOf, mainFileOf, severalNetworks, type Beside, type GivenFile } from '../src/run/formats/givenFiles';
import { parseTensorFile, type TensorFile } from '../src/run/formats/parseTensorFile';
import { parseLabels, parseManifest } from '../src/run/weights/manifest';
import type { Normalisation } from '../src/run/frames/preprocess';
import { namedTensors, orderedTensors } from '../src/run/weights/stateDict';
import { weightValues } from '../src/run/weights/weightValues';
import { damageOf } from '../src/run/weights/weightsFolder';
import { takeOptions } from './arguments';
import { conventionLines, openSentence } from './checkpointSentences';
import { chosenNetwork } from './describe';
import { readBytes, readJson } from './readFile';
import { runErrorSentence } from './runErrorSentence';

/** A network with its trained weights. */
export type TrainedNetwork = {
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly normalisation: Normalisation;
  /** Null where the meaning of the outputs is unknown. */
  readonly labels: readonly string[] | null;
  /** Whether it lacks its classifier, and so gives features and no classes. */
  readonly givesFeatures: boolean;
  /** How a checkpoint is read, in sentences. */
  readonly about?: readonly string[];
};

const publicWeights = fileURLToPath(new URL('../public/weights/', import.meta.url));

/**
 * Reads the network `id` with weights from a folder of `public/weights` by name, from such a folder elsewhere by path,
 * or from a checkpoint of any format, a file or a folder. Missing options are those of the weights.
 */
export async function readTrainedNetwork(
  id: string,
  nameOrFile: string,
  options: Choice,
): Promise<Result<TrainedNetwork>> {
  const folder = [join(publicWeights, nameOrFile), nameOrFile, dirname(nameOrFile)].find(isWeightsFolder);
  const isTheFolders =
    folder !== undefined &&
    (isFolder(nameOrFile) || !existsSync(nameOrFile) || basename(nameOrFile) === 'weights.safetensors');
  if (isTheFolders) return readFolder(id, nameOrFile, folder, options);
  if (!existsSync(nameOrFile)) {
    return failure(`weights: no such name or file (got ${nameOrFile}, wanted ${weightNames().join(', ')} or a file)`);
  }
  const recognised = await readCheckpoint(id, nameOrFile, options);
  if (!recognised.ok) return recognised;
  const { graph, tensors, normalisation } = recognised.value;
  const values = weightValues(orderedTensors(graph, tensors));
  if (!values.ok) return failure(runErrorSentence(nameOrFile, values.error));
  const givesFeatures = recognised.value.options['classes'] === 0;
  const labels = recognised.value.labels ?? (givesFeatures ? null : imageNetNames(graph.output.shape.channels));
  const about = conventionLines(nameOrFile, recognised.value);
  return success({ graph, tensors, normalisation, labels, givesFeatures, about });
}

/**
 * Reads a checkpoint as the network `id`. Options missing from `options` are found from its tensors; those that are no
 * option of the network set what the weights assume. Fails with the options to choose from where two networks fit.
 */
export async function readCheckpoint(id: string, path: string, options: Choice): Promise<Result<Recognised>> {
  const model = modelById(id);
  if (!model.ok) return model;
  const { taken, rest } = takeOptions(options, conventionNames);
  const chosen = parseConventions(taken);
  if (!chosen.ok) return failure(chosen.error.detail);
  const given = await readTensorFile(path);
  if (!given.ok) return given;
  const key = taken['weights-key'] === undefined ? undefined : String(taken['weights-key']);
  const asked = {
    fileName: given.value.path,
    config: await readPublishedConfig(given.value.beside),
    model: model.value,
    options: rest,
    chosen: chosen.value,
  };
  const recognised = recogniseSet(given.value.file, asked, key);
  if (!recognised.ok) return failure(runErrorSentence(path, recognised.error));
  const question = openSentence(path, recognised.value.settings);
  return question === null ? recognised : failure(question);
}

type GivenCheckpoint = { readonly file: TensorFile; readonly path: string; readonly beside: Beside };

/** Reads a file of weights, or the one in a folder, with what lies beside it. */
async function readTensorFile(path: string): Promise<Result<GivenCheckpoint>> {
  const given = isFolder(path) ? await mainFileOf(filesIn(path)) : { name: path };
  if (given === undefined) return failure(`${path}: an empty folder`);
  const several = 'read' in given ? severalNetworks(filesIn(path), given) : undefined;
  if (several !== undefined) return failure(`${path}: ${several}`);
  const bytes = readBytes(given.name);
  if (!bytes.ok) return bytes;
  const beside = besideOf(filesIn(dirname(given.name)));
  const file = await parseTensorFile(bytes.value, given.name, readingBudget(bytes.value.length), beside);
  return file.ok ? success({ file: file.value, path: resolve(given.name), beside }) : file;
}

function filesIn(folder: string): readonly GivenFile[] {
  const paths = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return paths.map(({ name }) => {
    const path = join(folder, name);
    return { name: path, read: () => Promise.resolve(readFileSync(path)) };
  });
}

/** A thousand outputs are the classes of ImageNet; of 1001, the first is TensorFlow's background class. */
function imageNetNames(classes: number): readonly string[] | null {
  const labels = parsedJson(join(publicWeights, 'efficientnet-lite0-imagenet', 'labels.json'), parseLabels);
  const names = labels.ok ? outputNames(labels.value, classes) : labels;
  return names.ok ? names.value : null;
}

/** Names in `public/weights`. */
function weightNames(): readonly string[] {
  return existsSync(publicWeights)
    ? readdirSync(publicWeights).filter((name) => isWeightsFolder(join(publicWeights, name)))
    : [];
}

async function readFolder(id: string, name: string, folder: string, options: Choice): Promise<Result<TrainedNetwork>> {
  const manifest = parsedJson(join(folder, 'manifest.json'), parseManifest);
  if (!manifest.ok) return manifest;
  const labels = parsedJson(join(folder, 'labels.json'), parseLabels);
  if (!labels.ok) return labels;
  const path = join(folder, 'weights.safetensors');
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const damage = await damageOf(bytes.value, manifest.value);
  if (damage !== null) return failure(runErrorSentence(path, damage));
  const { resolution } = manifest.value;
  const network = chosenNetwork(id, { resolution, ...manifest.value.options, ...options });
  if (!network.ok) return network;
  const file = await parseTensorFile(bytes.value, path);
  if (!file.ok) return file;
  const { graph } = network.value;
  const tensors = namedTensors(graph, file.value.tensors);
  if (!tensors.ok) return failure(runErrorSentence(name, tensors.error));
  const values = weightValues(orderedTensors(graph, tensors.value));
  if (!values.ok) return failure(runErrorSentence(name, values.error));
  const givesFeatures = manifest.value.options['classes'] === 0;
  return success({
    ...{ graph, tensors: tensors.value, normalisation: manifest.value, labels: labels.value, givesFeatures },
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
