import type { Result } from '../../../nets/result';
import { readingBudget, type Budget } from '../bytes/budget';
import { byteReader } from '../bytes/byteReader';
import { parseJson, type JsonValue } from '../bytes/json';
import { fieldOf, textIn } from '../bytes/jsonFields';
import type { NamedTensor } from '../bytes/namedTensor';
import { readSafely, refuse } from '../bytes/refusal';
import { zipEntries, type ZipEntry } from '../bytes/zip';
import { childOf, childrenOf } from './hdf5Links';
import { hdf5Root, type Hdf5Object } from './hdf5Object';
import { textsOf } from './hdf5Values';
import { kerasModelOf, type KerasModel } from './kerasModel';
import {
  isNumbered,
  listedWeights,
  namesOf,
  numberedWeights,
  type KerasLayer,
  type KerasWeights,
} from './kerasWeights';

export type { KerasLayer } from './kerasWeights';

export type KerasFile = {
  readonly format: 'keras';
  /** In layer order. */
  readonly tensors: readonly NamedTensor[];
  /**
   * In the order they were added to the model, including layers without weights. Where `isNumbered`, they are in the
   * order of their numbers and classes, and only those with weights.
   */
  readonly layers: readonly KerasLayer[];
  /** Whether layers are stored by their class and number (`layers/conv2d_1`), which says nothing about their order. */
  readonly isNumbered?: boolean;
  /** The whole model, if the file has it and not only its weights. */
  readonly model?: KerasModel;
};

/**
 * Reads a Keras `.h5` file, or a `.keras` archive, of Keras 2.12 and later. A whole `.h5` model has its weights in the
 * group `model_weights`, a weights file at the root: in layer order (keras/src/legacy/saving/legacy_h5_format.py), or by class and number in Keras 3's `.weights.h5`. Error
 * messages start with `where`.
 */
export function parseKeras(
  bytes: Uint8Array,
  where = 'keras',
  budget = readingBudget(bytes.length),
): Result<KerasFile> {
  return readSafely(where, () => {
    if (bytes[0] === zipSignature) return archivedFile(bytes, budget);
    const root = hdf5Root(bytes, budget);
    const weights = weightsIn(root, budget);
    const [text] = textsOf(root, 'model_config') ?? [];
    if (text === undefined) return fileOf(weights);
    const [version = ''] = textsOf(childOf(root, 'model_weights') ?? root, 'keras_version') ?? [];
    // The text is charged once more: it is held twice while it is parsed.
    const json = new TextEncoder().encode(text);
    const config = parseJson(byteReader(json, budget, 'model_config'));
    return fileOf(weights, kerasModelOf({ config, version, weightsOf: weights.weightsOf }, budget));
  });
}

/** The P of PK. */
const zipSignature = 0x50;

/** The zip archive of the model's config, metadata and weights (keras/src/saving/saving_lib.py). */
function archivedFile(bytes: Uint8Array, budget: Budget): KerasFile {
  const entries = zipEntries(bytes, budget);
  const part = (name: string): ZipEntry => entries.get(name) ?? refuse(`${name} is missing`, 'zip directory');
  const json = (name: string): JsonValue => parseJson(byteReader(part(name).read(), budget, name));
  const config = json('config.json');
  const metadata = entries.has('metadata.json') ? json('metadata.json') : null;
  const version = textIn(fieldOf(metadata, 'keras_version')) ?? '';
  const weights = weightsIn(hdf5Root(part('model.weights.h5').read(), budget), budget);
  return fileOf(weights, kerasModelOf({ config, version, weightsOf: weights.weightsOf }, budget));
}

function weightsIn(root: Hdf5Object, budget: Budget): KerasWeights & { readonly isNumbered: boolean } {
  const group = childOf(root, 'model_weights') ?? root;
  const layerNames = namesOf(group, 'layer_names');
  if (layerNames !== undefined) return { ...listedWeights(group, layerNames, budget), isNumbered: false };
  if (isNumbered(root)) return { ...numberedWeights(root, budget), isNumbered: true };
  const names = [...childrenOf(root).keys()];
  const got = names.length === 0 ? 'nothing' : names.slice(0, 8).join(', ');
  return refuse(`no layer_names, which Keras writes (got ${got})`, 'byte 0');
}

function fileOf(
  { tensors, layers, isNumbered: numbered }: KerasWeights & { readonly isNumbered: boolean },
  model?: KerasModel,
): KerasFile {
  return { format: 'keras', tensors, layers, ...(numbered && { isNumbered: true }), ...(model && { model }) };
}
