import { sizes, type Budget } from '../bytes/budget';
import { denseTensor, elementCount, spendTensor, type NamedTensor } from '../bytes/namedTensor';
import { refuse } from '../bytes/refusal';
import { childOf, childrenOf } from './hdf5Links';
import type { Hdf5Object } from './hdf5Object';
import { datasetOf, textsOf } from './hdf5Values';
import type { LayerPlace } from './kerasModel';

export type KerasLayer = {
  readonly name: string;
  /** Names in `tensors`, in the layer's own order (kernel, bias; gamma, beta, mean, variance). */
  readonly weights: readonly string[];
};

/** The weights of a file. */
export type KerasWeights = {
  /** In layer order. */
  readonly tensors: readonly NamedTensor[];
  /** In the order they were added to the model, including layers without weights. */
  readonly layers: readonly KerasLayer[];
  /** The weights of a layer of the model. */
  readonly weightsOf: (place: LayerPlace) => readonly NamedTensor[];
};

/** The weights of a file of the older form, which lists layers and their weights by name. */
export function listedWeights(group: Hdf5Object, layerNames: readonly string[], budget: Budget): KerasWeights {
  const tensors = new Map<string, NamedTensor>();
  const layers = layerNames.map((layer) => {
    group.file.bytes.spend('memory', sizes.object, group.address);
    const own = childOf(group, layer) ?? refuse(`layer ${layer} is missing`, 'layer_names');
    const names = namesOf(own, 'weight_names') ?? refuse(`layer ${layer} lists no weights`, `layer ${layer}`);
    const weightNames = names.map((name) => {
      const dataset = childOf(own, name) ?? refuse(`${name} is missing`, `layer ${layer}`);
      const unique = tensors.has(name) ? `${layer}/${name}` : name;
      if (tensors.has(unique)) refuse(`two tensors of one name (${unique})`, `layer ${layer}`);
      tensors.set(unique, tensorOf(unique, dataset, budget));
      return unique;
    });
    return { name: layer, weights: weightNames };
  });
  const byLayer = new Map(
    layers.map(({ name, weights }) => [name, weights.flatMap((each) => tensors.get(each) ?? [])]),
  );
  const inside = new Map<string, (name: string) => readonly NamedTensor[]>();
  const weightsOf = ({ names: [outer = '', ...inner] }: LayerPlace) => {
    const own = byLayer.get(outer) ?? [];
    const last = inner.at(-1);
    if (last === undefined) return own;
    const find = inside.get(outer) ?? byLayerName(own, budget);
    inside.set(outer, find);
    return find(last);
  };
  return { tensors: [...tensors.values()], layers, weightsOf };
}

/**
 * Finds the weights of a layer by the names of the weights: `Conv1/kernel:0`, `sequential/dense/kernel`, and names of
 * layers that have slashes themselves.
 */
export function byLayerName(
  tensors: readonly NamedTensor[],
  budget: Budget,
): (layer: string) => readonly NamedTensor[] {
  const found = new Map<string, NamedTensor[]>();
  for (const tensor of tensors) {
    const parts = tensor.name.split('/').slice(0, -1);
    for (let from = 0; from < parts.length; from += 1) {
      const name = parts.slice(from).join('/');
      budget.spent.memory += sizes.entry;
      if (found.get(name)?.push(tensor) === undefined) found.set(name, [tensor]);
    }
  }
  return (layer) => {
    const weights = found.get(layer) ?? [];
    const owners = new Set(weights.map(({ name }) => name.slice(0, name.lastIndexOf('/'))));
    // The whole name is meant where a layer of that name is inside another model as well.
    return owners.size < 2 ? weights : weights.filter(({ name }) => name.slice(0, name.lastIndexOf('/')) === layer);
  };
}

/** The groups that hold the layers of a model in the form of Keras 3. */
const containers = ['layers', '_layer_checkpoint_dependencies'] as const;

/** Whether a file has its weights in the form of Keras 3: by the class of the layer and its number. */
export function isNumbered(root: Hdf5Object): boolean {
  return containers.some((name) => childrenOf(root).has(name));
}

/**
 * The weights of a file in the form of Keras 3 (keras/src/saving/saving_lib.py): `layers/conv2d_1/vars/0` is the kernel
 * of the second convolution.
 */
export function numberedWeights(root: Hdf5Object, budget: Budget): KerasWeights {
  const model = numberedModel(root, '', budget, 0);
  const layers = model.all.map(({ path, name, weights }) => {
    return { name: name ?? path, weights: weights.map((tensor) => tensor.name) };
  });
  const weightsOf = ({ counts, names }: LayerPlace) => {
    let inside: NumberedModel | undefined = model;
    for (const { kind, nth } of counts.slice(0, -1)) inside = inside?.models.get(snakeCase(kind))?.[nth];
    const last = counts.at(-1);
    const found = last === undefined ? undefined : inside?.layers.get(snakeCase(last.kind))?.[last.nth];
    const wanted = names.at(-1);
    if (found?.name !== undefined && found.weights.length > 0 && found.name !== wanted) {
      refuse(
        `the weights of ${found.path} are those of ${found.name} (wanted ${wanted ?? ''})`,
        `layer ${wanted ?? ''}`,
      );
    }
    return found?.weights ?? [];
  };
  return { tensors: model.all.flatMap(({ weights }) => weights), layers, weightsOf };
}

type NumberedLayer = {
  readonly path: string;
  /** Where the file has it. */
  readonly name?: string;
  readonly weights: readonly NamedTensor[];
};

type NumberedModel = {
  /** By class in the form of the file (`batch_normalization`), in the order of their numbers. */
  readonly layers: ReadonlyMap<string, readonly NumberedLayer[]>;
  readonly models: ReadonlyMap<string, readonly NumberedModel[]>;
  /** With those of the models inside. */
  readonly all: readonly NumberedLayer[];
};

// Models hardly ever hold models that hold models.
const maxDepth = 6;

function numberedModel(group: Hdf5Object, path: string, budget: Budget, depth: number): NumberedModel {
  const layers = new Map<string, NumberedLayer[]>();
  const models = new Map<string, NumberedModel[]>();
  const all: NumberedLayer[] = [];
  if (depth > maxDepth) refuse(`models inside models inside models (wanted at most ${maxDepth})`, path);
  const container = containers.find((name) => childrenOf(group).has(name));
  const list = container === undefined ? undefined : childOf(group, container);
  for (const name of [...(list === undefined ? [] : childrenOf(list).keys())].sort(byNumber)) {
    const own = list === undefined ? undefined : childOf(list, name);
    if (own === undefined) continue;
    group.file.bytes.spend('memory', 2 * sizes.map, own.address);
    const kind = name.replace(/_\d+$/, '');
    const where = `${path}${name}`;
    if (containers.some((each) => childrenOf(own).has(each))) {
      const inside = numberedModel(own, `${where}/`, budget, depth + 1);
      pushTo(models, kind, inside);
      for (const each of inside.all) all.push(each);
    }
    const layer = numberedLayer(own, where, budget);
    pushTo(layers, kind, layer);
    if (layer.weights.length > 0) all.push(layer);
  }
  return { layers, models, all };
}

function numberedLayer(group: Hdf5Object, path: string, budget: Budget): NumberedLayer {
  const vars = childOf(group, 'vars');
  if (vars === undefined) return { path, weights: [] };
  const [name] = textsOf(vars, 'name') ?? [];
  const weights = [...childrenOf(vars).keys()].sort(byNumber).flatMap((key) => {
    const dataset = childOf(vars, key);
    return dataset === undefined ? [] : [tensorOf(`${path}/${key}`, dataset, budget)];
  });
  return { path, weights, ...(name !== undefined && { name }) };
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  if (lists.get(key)?.push(item) === undefined) lists.set(key, [item]);
}

/** `conv2d` before `conv2d_2` before `conv2d_10`. */
function byNumber(left: string, right: string): number {
  return numberOf(left) - numberOf(right) || (left < right ? -1 : 1);
}

function numberOf(name: string): number {
  return Number(/(?:^|_)(\d+)$/.exec(name)?.[1] ?? 0);
}

/** `BatchNormalization` to `batch_normalization`, as Keras' `to_snake_case` does. */
function snakeCase(kind: string): string {
  return kind
    .slice(0, 100)
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** A list of names. Keras splits one that exceeds the size limit of an attribute into `name0`, `name1`, ... */
export function namesOf(object: Hdf5Object, attribute: string): readonly string[] | undefined {
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
