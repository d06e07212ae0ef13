import { signs } from '../../errors/unreadable';
import type { Result } from '../../../nets/result';
import { readingBudget, type Budget } from '../bytes/budget';
import { byteReader } from '../bytes/byteReader';
import { elementBytes, elementReader, type ElementType } from '../bytes/elements';
import { nothingBeside, type Beside } from '../givenFiles';
import { parseJson, type JsonValue } from '../bytes/json';
import { fieldOf, itemsIn, numberIn, numbersIn, textIn } from '../bytes/jsonFields';
import {
  denseTensor,
  elementCount,
  rowMajor,
  spendTensor,
  stridedTensor,
  type NamedTensor,
} from '../bytes/namedTensor';
import { readSafely, refuse } from '../bytes/refusal';
import { kerasModelOf, type KerasModel } from '../keras/kerasModel';
import { byLayerName } from '../keras/kerasWeights';
import { tfGraphOf, type TfGraph } from './tfGraph';

export type TfjsFile = {
  readonly format: 'tfjs';
  /** In the order of the manifest. */
  readonly tensors: readonly NamedTensor[];
  /** A model of Keras layers (`tf.loadLayersModel`), or a graph of TensorFlow's ops (`tf.loadGraphModel`). */
  readonly network: { readonly layers: KerasModel } | { readonly graph: TfGraph };
  /** Whether Teachable Machine made it, which scales pixels in its own way. */
  readonly isTeachableMachine: boolean;
};

/** What model.json says of the weights in a group of shards. */
type Group = { readonly paths: readonly string[]; readonly weights: readonly JsonValue[] };

/**
 * Reads a model of TensorFlow.js: `model.json` with the shards of its weights, which are asked for by name
 * (tfjs-core/src/io/types.ts). Error messages start with `where`, and name the shard that is missing or too short.
 */
export async function parseTfjs(
  bytes: Uint8Array,
  where = 'tfjs',
  budget = readingBudget(bytes.length),
  beside: Beside = nothingBeside,
): Promise<Result<TfjsFile>> {
  const model = readSafely(where, () => modelJson(bytes, budget));
  if (!model.ok) return model;
  const shards = new Map<string, Uint8Array>();
  for (const path of model.value.groups.flatMap(({ paths }) => paths)) {
    const shard = await beside(path);
    if (shard !== null) shards.set(path, shard);
  }
  const metadata = await beside('metadata.json');
  return readSafely(where, () => fileOf(model.value, shards, metadata, budget));
}

/** The same with all shards at hand. */
export function parseTfjsWith(
  bytes: Uint8Array,
  where: string,
  budget: Budget,
  shards: ReadonlyMap<string, Uint8Array>,
): Result<TfjsFile> {
  return readSafely(where, () => fileOf(modelJson(bytes, budget), shards, null, budget));
}

type ModelJson = { readonly json: JsonValue; readonly groups: readonly Group[] };

function fileOf(
  { json, groups }: ModelJson,
  shards: ReadonlyMap<string, Uint8Array>,
  metadata: Uint8Array | null,
  budget: Budget,
): TfjsFile {
  const shardBytes = [...shards.values()].reduce((total, { length }) => total + length, 0);
  const shardBudget = readingBudget(shardBytes);
  const tensors = groups.flatMap((group) => tensorsOf(group, storedBytes(group, shards), shardBudget));
  const names = new Set(tensors.map(({ name }) => name));
  if (names.size !== tensors.length) refuse('two tensors of one name', 'weightsManifest');
  const isTeachableMachine = metadata !== null && isOfTeachableMachine(metadata);
  return { format: 'tfjs', tensors, network: networkOf(json, tensors, budget), isTeachableMachine };
}

function storedBytes({ paths }: Group, shards: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const found = paths.map((path) => {
    return shards.get(path) ?? refuse(`${path} is missing: ${signs.missingPart} model.json`, 'weightsManifest');
  });
  if (new Set(paths).size < paths.length) refuse('a shard that is listed twice', 'weightsManifest');
  return joined(found);
}

function modelJson(bytes: Uint8Array, budget: Budget): ModelJson {
  const json = parseJson(byteReader(bytes, budget));
  const groups = itemsIn(fieldOf(json, 'weightsManifest')).map((group) => {
    const paths = itemsIn(fieldOf(group, 'paths')).flatMap((path) => (typeof path === 'string' ? [path] : []));
    return { paths, weights: itemsIn(fieldOf(group, 'weights')) };
  });
  if (groups.length === 0) refuse('no weightsManifest, which model.json has', 'byte 0');
  return { json, groups };
}

function networkOf(json: JsonValue, tensors: readonly NamedTensor[], budget: Budget): TfjsFile['network'] {
  const topology = fieldOf(json, 'modelTopology');
  if (Array.isArray(fieldOf(topology, 'node'))) {
    return {
      graph: tfGraphOf(
        topology,
        fieldOf(json, 'signature') ?? fieldOf(json, 'userDefinedMetadata', 'signature'),
        budget,
      ),
    };
  }
  const config = fieldOf(topology, 'model_config') ?? topology;
  if (config === undefined || fieldOf(config, 'class_name') === undefined)
    return refuse('a model.json without a network', 'modelTopology');
  const version = textIn(fieldOf(topology, 'keras_version')) ?? '';
  const weightsOf = byLayerName(tensors, budget);
  return { layers: kerasModelOf({ config, version, weightsOf: ({ names }) => weightsOf(names.at(-1) ?? '') }, budget) };
}

const types: ReadonlyMap<string, ElementType> = new Map([
  ['float32', 'F32'],
  ['float16', 'F16'],
  ['int32', 'I32'],
  ['uint8', 'U8'],
  ['uint16', 'U16'],
  ['bool', 'BOOL'],
]);

/** The tensors of a group, which lie one after the other. */
function tensorsOf({ paths, weights }: Group, bytes: Uint8Array, budget: Budget): readonly NamedTensor[] {
  const where = paths.length === 0 ? 'weightsManifest' : paths.join(', ');
  let at = 0;
  const tensors = weights.map((weight, index) => {
    const name = textIn(fieldOf(weight, 'name')) ?? refuse('a weight without a name', `weight ${index} of ${where}`);
    const shape = numbersIn(fieldOf(weight, 'shape')) ?? refuse(`${name}: no shape`, where);
    const quantisation = fieldOf(weight, 'quantization');
    const dtype = textIn(fieldOf(quantisation, 'dtype') ?? fieldOf(weight, 'dtype')) ?? 'nothing';
    const type = types.get(dtype) ?? refuse(`${name}: unknown dtype (got ${dtype})`, where);
    const count = elementCount(shape, name);
    const length = count * elementBytes[type];
    if (at + length > bytes.length) {
      refuse(`cut short: got ${bytes.length} bytes, wanted ${at + length} and more for ${name}`, where);
    }
    spendTensor(budget, { name, count, type }, where);
    const stored = bytes.subarray(at, at + length);
    at += length;
    const [scale, least] = [numberIn(fieldOf(quantisation, 'scale')), numberIn(fieldOf(quantisation, 'min'))];
    if (scale === undefined || least === undefined) return denseTensor(name, shape, type, stored);
    return stridedTensor(
      name,
      shape,
      rowMajor(shape, () => dequantised(type, stored, { scale, least })),
    );
  });
  if (at !== bytes.length) refuse(`bytes after the last weight (got ${bytes.length}, wanted ${at})`, where);
  return tensors;
}

/** Affine quantisation of tfjs: value = stored * scale + min. */
function dequantised(
  type: ElementType,
  bytes: Uint8Array,
  { scale, least }: { readonly scale: number; readonly least: number },
): (index: number) => number {
  const element = elementReader(type, bytes);
  return (index) => element(index) * scale + least;
}

function joined(shards: readonly Uint8Array[]): Uint8Array {
  const [only] = shards;
  if (only !== undefined && shards.length === 1) return only;
  const bytes = new Uint8Array(shards.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const shard of shards) {
    bytes.set(shard, at);
    at += shard.length;
  }
  return bytes;
}

/** Whether this is the metadata.json of Teachable Machine's image models. */
function isOfTeachableMachine(bytes: Uint8Array): boolean {
  const metadata = readSafely('metadata.json', () => parseJson(byteReader(bytes, readingBudget(bytes.length))));
  if (!metadata.ok) return false;
  const name = textIn(fieldOf(metadata.value, 'packageName')) ?? '';
  return name.startsWith('@teachablemachine') || fieldOf(metadata.value, 'tmVersion') !== undefined;
}
