import type { Result } from '../../../nets/result';
import { readingBudget, sizes, type Budget } from '../bytes/budget';
import { childOf, childrenOf } from './hdf5Links';
import { hdf5Root, type Hdf5Object } from './hdf5Object';
import { datasetOf, textsOf } from './hdf5Values';
import { denseTensor, elementCount, spendTensor, type NamedTensor } from '../bytes/namedTensor';
import { readSafely, refuse } from '../bytes/refusal';

export type KerasLayer = {
  readonly name: string;
  /** Names in `tensors`, in the layer's own order (kernel, bias; gamma, beta, mean, variance). */
  readonly weights: readonly string[];
};

export type KerasFile = {
  readonly format: 'keras';
  /** In layer order. */
  readonly tensors: readonly NamedTensor[];
  /** In the order they were added to the model, including layers without weights. */
  readonly layers: readonly KerasLayer[];
  /** The model as JSON, if the file has a whole model and not only its weights. */
  readonly modelConfig?: string;
};

/**
 * Reads the weights of a Keras `.h5` file in layer order (keras/src/legacy/saving/legacy_h5_format.py). A whole model
 * has them in the group `model_weights`, a weights file at the root. Error messages start with `where`.
 */
export function parseKeras(
  bytes: Uint8Array,
  where = 'keras',
  budget = readingBudget(bytes.length),
): Result<KerasFile> {
  return readSafely(where, () => {
    const root = hdf5Root(bytes, budget);
    const weights = childOf(root, 'model_weights') ?? root;
    const layerNames = namesOf(weights, 'layer_names') ?? refuse(missingLayersReason(root), 'byte 0');
    const tensors = new Map<string, NamedTensor>();
    const layers = layerNames.map((layer) => {
      root.file.bytes.spend('memory', sizes.object, root.address);
      const group = childOf(weights, layer) ?? refuse(`layer ${layer} is missing`, 'layer_names');
      const names = namesOf(group, 'weight_names') ?? refuse(`layer ${layer} lists no weights`, `layer ${layer}`);
      const weightNames = names.map((name) => {
        const dataset = childOf(group, name) ?? refuse(`${name} is missing`, `layer ${layer}`);
        const unique = tensors.has(name) ? `${layer}/${name}` : name;
        if (tensors.has(unique)) refuse(`two tensors of one name (${unique})`, `layer ${layer}`);
        tensors.set(unique, tensorOf(unique, dataset, budget));
        return unique;
      });
      return { name: layer, weights: weightNames };
    });
    const [modelConfig] = textsOf(root, 'model_config') ?? [];
    const file = { format: 'keras' as const, tensors: [...tensors.values()], layers };
    return modelConfig === undefined ? file : { ...file, modelConfig };
  });
}

/** A list of names. Keras splits one that exceeds the size limit of an attribute into `name0`, `name1`, ... */
function namesOf(object: Hdf5Object, attribute: string): readonly string[] | undefined {
  const whole = textsOf(object, attribute);
  if (whole !== undefined) return whole;
  const names: string[] = [];
  for (let index = 0; ; index += 1) {
    const part = textsOf(object, `${attribute}${index}`);
    if (part === undefined) return index === 0 ? undefined : names;
    for (const name of part) names.push(name);
  }
}

function tensorOf(name: string, object: Hdf5Object, budget: Budget): NamedTensor {
  const { shape, type, bytes, place } = datasetOf(object);
  spendTensor(budget, { name, count: elementCount(shape, place), type }, place);
  return denseTensor(name, shape, type, bytes);
}

function missingLayersReason(root: Hdf5Object): string {
  const names = [...childrenOf(root).keys()];
  return names.includes('layers') || names.includes('_layer_checkpoint_dependencies')
    ? "weights in the form of Keras 3's .weights.h5, which has no layer order: save the model as MODEL.h5"
    : `no layer_names, which Keras writes (got ${names.length === 0 ? 'nothing' : names.slice(0, 8).join(', ')})`;
}
