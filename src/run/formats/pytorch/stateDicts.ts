import { signs } from '../../errors/unreadable';
import { sizes, spend, type Budget } from '../bytes/budget';
import { refuse } from '../bytes/refusal';
import { isKind, type PickledObject, type PickledTensor, type PickleKey, type PickleValue } from './pickleValue';
import { tensorOfArray } from './numpyArray';
import { isNetwork, networksIn, withStatistics } from '../networksSideBySide';
import { isModule, wholeModule, type StatedModule } from './wholeModule';

/** One set of weights of a checkpoint. */
export type StateDict = {
  /** Where it is in the checkpoint: `state_dict`, `ema.model`; empty if it is the whole checkpoint. */
  readonly key: string;
  /** In the order of the file. */
  readonly tensors: readonly (readonly [name: string, tensor: PickledTensor])[];
  /** Where the network was saved whole, what its modules state. */
  readonly modules?: readonly StatedModule[];
};

/** Keys under which training scripts save the weights, likeliest first. */
const usualKeys = [
  'state_dict',
  'model_state_dict',
  'model_state',
  'model',
  'net',
  'network',
  'module',
  'weights',
  'state_dict_ema',
  'model_ema',
  'ema_state_dict',
  'ema',
];

/** Keys of what only training needs. */
const trainingKeys = /optim|sched|scaler|rng|criterion|loss|hyper_param|args|config|grad|mask/i;

/**
 * The sets of weights in a checkpoint, the likeliest first: the dict or module itself, or those inside it that training
 * scripts put under a key, such as `model` and `model_ema`. Alternatives are sets of the same tensors' names, and whole networks
 * of any names; a moving average without the statistics of batch norm has those of the first.
 */
export function stateDictsOf(root: PickleValue, budget: Budget): readonly [StateDict, ...StateDict[]] {
  const found = foundIn(root, budget);
  const ranked = found.toSorted(
    (a, b) =>
      Number(isNetwork(b.tensors)) - Number(isNetwork(a.tensors)) ||
      rank(a) - rank(b) ||
      b.tensors.length - a.tensors.length,
  );
  const [first, ...others] = ranked;
  if (first === undefined) return refuse(`${signs.noWeights} (got ${contentsOf(root)})`, 'data.pkl');
  const names = new Set(first.tensors.map(([name]) => lastParts(name)));
  const storages = new Set(first.tensors.map(([, { storage }]) => storage));
  const isAlternative = ({ tensors }: StateDict) => {
    if (tensors.every(([, { storage }]) => storages.has(storage))) return false;
    const shared = tensors.filter(([name]) => names.has(lastParts(name)));
    return isNetwork(tensors) || shared.length > 0.8 * Math.max(tensors.length, first.tensors.length);
  };
  const alternatives = others.filter(isAlternative).slice(0, maxAlternatives);
  return [first, ...alternatives.map((each) => ({ ...each, tensors: withStatistics(each.tensors, first.tensors) }))];
}

// Each is compared with the whole catalogue.
const maxAlternatives = 7;

/** The place of the last part of the key among the usual ones. */
function rank({ key }: StateDict): number {
  const places = key.split('.').map((part) => usualKeys.indexOf(part));
  const known = places.filter((place) => place >= 0);
  return known.length === 0 ? usualKeys.length : Math.max(...known);
}

/** The end of a name, without what wrappers put before it. */
function lastParts(name: string): string {
  return name.split('.').slice(-3).join('.');
}

function foundIn(root: PickleValue, budget: Budget): readonly StateDict[] {
  const found: StateDict[] = [];
  const pending: { readonly key: string; readonly value: PickleValue; readonly depth: number }[] = [];
  pending.push({ key: '', value: root, depth: 0 });
  // Few levels, because a dict may contain itself; each dict costs as many steps as it has entries.
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { key, value, depth } = next;
    const set = setOf(key, value, budget);
    if (set !== undefined) found.push(...flatSets(set, budget));
    const entries = set?.modules === undefined && depth < 4 ? [...entriesOf(value), ...itemsOf(value, budget)] : [];
    for (const [name, inner] of entries) {
      const isPlace = ['dict', 'object', 'list', 'tuple'].some((kind) => kind === kindOf(inner));
      if (!isPlace || typeof name !== 'string' || trainingKeys.test(name)) continue;
      spend(budget, 'work', 1, 'data.pkl');
      spend(budget, 'memory', sizes.object + 2 * (key.length + name.length), 'data.pkl');
      pending.push({ key: key === '' ? name : `${key}.${name}`, value: inner, depth: depth + 1 });
    }
  }
  return found;
}

// A checkpoint in a list or tuple comes with its epoch and optimiser.
const maxItems = 16;

/** What stands in a list or tuple, by its place; of a long one, such as that of a loss at each step, the last dicts. */
function itemsOf(value: PickleValue, budget: Budget): readonly (readonly [PickleKey, PickleValue])[] {
  const items = isKind(value, 'list') || isKind(value, 'tuple') ? value.items : [];
  if (items.length <= maxItems) return items.map((item, index) => [String(index), item]);
  spend(budget, 'work', items.length, 'data.pkl');
  const dicts = items.flatMap((item, index) => (isKind(item, 'dict') ? [[String(index), item] as const] : []));
  return dicts.slice(-maxItems);
}

function kindOf(value: PickleValue): string | undefined {
  return typeof value === 'object' && value !== null ? value.kind : undefined;
}

/** The set, or those of several networks that lie side by side in it. */
function flatSets(set: StateDict, budget: Budget): readonly StateDict[] {
  const networks = networksIn(set.tensors, budget, 'data.pkl');
  if (networks.length === 0) return [set];
  const { modules } = set;
  const prefixes = networks.flatMap(({ prefix }) => (prefix === null || prefix === '' ? [] : [prefix]));
  return networks.map(({ key, prefix, tensors }) => ({
    key: set.key === '' ? key : `${set.key}.${key}`,
    tensors,
    ...(modules && prefix !== null && { modules: modulesOf(prefix, prefixes, modules) }),
  }));
}

/** The modules of the network under `prefix`, and those of no network, which may act on its image. */
function modulesOf(
  prefix: string,
  prefixes: readonly string[],
  modules: readonly StatedModule[],
): readonly StatedModule[] {
  const isIn = ({ path }: StatedModule, place: string) => `${path}.`.startsWith(place);
  const others = prefixes.filter((other) => other !== prefix);
  return modules.flatMap((module) => {
    if (prefix !== '' && isIn(module, prefix)) return [{ ...module, path: module.path.slice(prefix.length) }];
    const isAbove = prefix !== '' && prefix.startsWith(module.path === '' ? '' : `${module.path}.`);
    return isAbove || others.some((other) => isIn(module, other)) ? [] : [module];
  });
}

function setOf(key: string, value: PickleValue, budget: Budget): StateDict | undefined {
  if (isModule(value)) return { key, ...wholeModule(value, budget) };
  const tensors = entriesOf(value).flatMap(([name, item]) => {
    spend(budget, 'work', 1, 'data.pkl');
    const tensor = isKind(item, 'object') ? tensorOfArray(item, budget) : item;
    return isKind(tensor, 'tensor') ? [[String(name), tensor] as const] : [];
  });
  return tensors.length > 0 ? { key, tensors } : undefined;
}

/** Arguments of training scripts that say which network they trained. */
const architectureKeys = ['arch', 'architecture', 'model', 'model_name', 'net', 'network', 'backbone', 'encoder'];

/** The name of the network that the checkpoint gives beside its weights, as timm's and torchvision's scripts do. */
export function architectureOf(root: PickleValue): string | undefined {
  if (isModule(root)) return undefined;
  const places = [root, ...['args', 'hyper_parameters', 'config', 'cfg', 'opt'].map((key) => valueAt(root, key))];
  const names = places.flatMap((place) => architectureKeys.map((key) => valueAt(place, key)));
  return names.find((name) => typeof name === 'string');
}

function valueAt(value: PickleValue | undefined, key: string): PickleValue | undefined {
  if (value === undefined) return undefined;
  if (isKind(value, 'dict')) return value.entries.get(key);
  if (!isKind(value, 'object')) return undefined;
  return value.entries?.get(key) ?? (isKind(value.state, 'dict') ? value.state.entries.get(key) : undefined);
}

function entriesOf(value: PickleValue): readonly (readonly [PickleKey, PickleValue])[] {
  const entries = isKind(value, 'dict') || isKind(value, 'object') ? value.entries : null;
  return [...(entries ?? []), ...attributesOf(value)];
}

/** What an object that is no module keeps, such as a moving average of the weights. */
function attributesOf(value: PickleValue): readonly (readonly [PickleKey, PickleValue])[] {
  const state = isKind(value, 'object') ? value.state : null;
  return isKind(state, 'dict') ? [...state.entries] : [];
}

function contentsOf(root: PickleValue): string {
  if (isKind(root, 'object')) return (root satisfies PickledObject).name;
  const keys = isKind(root, 'dict') ? [...root.entries.keys()].slice(0, 8).join(', ') : 'no dict';
  return keys === '' ? 'an empty dict' : keys;
}
