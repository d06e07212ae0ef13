import { checkDepth, sizes, spend, type Budget } from '../bytes/budget';
import { isKind, type PickledObject, type PickledTensor, type PickleKey, type PickleValue } from './pickleValue';

/** What a module of a network that was saved whole states of itself, besides its tensors. */
export type StatedModule = {
  /** Path in the network: `features.0.0`. */
  readonly path: string;
  /** Class with its Python module: `torch.nn.modules.conv.Conv2d`. */
  readonly className: string;
  /** Its plain attributes: numbers, texts, booleans, and lists of numbers. */
  readonly attributes: ReadonlyMap<string, ModuleAttribute>;
};

export type ModuleAttribute = number | string | boolean | readonly number[];

export type WholeModule = {
  readonly tensors: readonly (readonly [name: string, tensor: PickledTensor])[];
  /** In the order of declaration, the network itself first. */
  readonly modules: readonly StatedModule[];
};

type Entries = ReadonlyMap<PickleKey, PickleValue>;

/** Whether the object is a `torch.nn.Module`: they keep what they own in three dicts. */
export function isModule(value: PickleValue | undefined): value is PickledObject {
  const state = isKind(value, 'object') ? stateOf(value) : undefined;
  return state?.has('_modules') === true && state.has('_parameters');
}

/**
 * The state dict of a network that `torch.save(model)` wrote whole, from the attributes of its modules as they are in the
 * pickle: no class is loaded.
 */
export function wholeModule(network: PickledObject, budget: Budget): WholeModule {
  const tensors: (readonly [string, PickledTensor])[] = [];
  const modules: StatedModule[] = [];
  const pending = [{ path: '', module: network, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, module, depth } = next;
    const prefix = path === '' ? '' : `${path}.`;
    const place = () => `module ${path}`;
    checkDepth(depth, place);
    const state = stateOf(module) ?? new Map<PickleKey, PickleValue>();
    spend(budget, 'work', state.size + 1, place);
    spend(budget, 'memory', 2 * sizes.object + sizes.map + 4 * path.length, place);
    modules.push({ path, className: module.name, attributes: attributesOf(state, budget, place) });
    for (const group of ['_parameters', '_buffers']) {
      for (const [name, value] of entriesOf(state.get(group))) {
        spend(budget, 'memory', sizes.object + 2 * prefix.length, place);
        if (isKind(value, 'tensor')) tensors.push([`${prefix}${String(name)}`, value]);
      }
    }
    const children = [...entriesOf(state.get('_modules'))].flatMap(([name, child]) => {
      spend(budget, 'memory', sizes.object + 2 * prefix.length, place);
      return isModule(child) ? [{ path: `${prefix}${String(name)}`, module: child, depth: depth + 1 }] : [];
    });
    pending.push(...children.reverse());
  }
  return { tensors, modules };
}

function stateOf({ state }: PickledObject): Entries | undefined {
  if (isKind(state, 'dict')) return state.entries;
  // Classes with slots: a dict, and another one for the slots.
  const first = isKind(state, 'tuple') ? state.items[0] : undefined;
  return isKind(first, 'dict') ? first.entries : undefined;
}

function entriesOf(value: PickleValue | undefined): Entries {
  const entries = isKind(value, 'dict') || isKind(value, 'object') ? value.entries : null;
  return entries ?? new Map<PickleKey, PickleValue>();
}

function attributesOf(state: Entries, budget: Budget, place: () => string): ReadonlyMap<string, ModuleAttribute> {
  const attributes = new Map<string, ModuleAttribute>();
  for (const [name, value] of state) {
    const plain = plainOf(value);
    if (typeof name !== 'string' || plain === undefined) continue;
    spend(budget, 'memory', sizes.entry, place);
    attributes.set(name, plain);
  }
  return attributes;
}

function plainOf(value: PickleValue): ModuleAttribute | undefined {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  const items = isKind(value, 'tuple') || isKind(value, 'list') ? value.items : [];
  // Sides of a window or of its padding.
  const numbers = items.length <= 4 ? items.filter((item) => typeof item === 'number') : [];
  return numbers.length > 0 && numbers.length === items.length ? numbers : undefined;
}
