import { sizes, spend, type Budget } from '../bytes/budget';
import type { ElementType } from '../bytes/elements';
import { elementCount } from '../bytes/namedTensor';
import type { PickleEnvironment } from './pickle';
import { isKind, type PickledStorage, type PickledTensor, type PickleKey, type PickleValue } from './pickleValue';
import { refuse } from '../bytes/refusal';

const storageTypes: ReadonlyMap<string, ElementType> = new Map([
  ['torch.DoubleStorage', 'F64'],
  ['torch.FloatStorage', 'F32'],
  ['torch.HalfStorage', 'F16'],
  ['torch.BFloat16Storage', 'BF16'],
  ['torch.LongStorage', 'I64'],
  ['torch.IntStorage', 'I32'],
  ['torch.ShortStorage', 'I16'],
  ['torch.CharStorage', 'I8'],
  ['torch.ByteStorage', 'U8'],
  ['torch.BoolStorage', 'BOOL'],
]);

type Call = (args: readonly PickleValue[], place: string, budget: Budget) => PickleValue;

const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['collections.OrderedDict', orderedDict],
  ['torch.Size', size],
  ['torch._utils._rebuild_tensor', tensor],
  ['torch._utils._rebuild_tensor_v2', tensor],
  ['torch._utils._rebuild_parameter', parameter],
]);

/**
 * Everything that the pickle of a PyTorch state dict may name: ordered dicts, and tensors as views of storages outside
 * the pickle. Calls only describe tensors and read no values. Calls `onStorage` for each storage that the pickle names.
 */
export function torchEnvironment(budget: Budget, onStorage: (storage: PickledStorage) => void): PickleEnvironment {
  return {
    allows: (global) => storageTypes.has(global) || calls.has(global),
    call: (global, args, place) => {
      const call = calls.get(global);
      return call === undefined ? refuse(`pickle calls ${global}`, place) : call(args, place, budget);
    },
    persistent: (id, place) => {
      spend(budget, 'memory', sizes.object, place);
      const storage = storageOf(id, place);
      onStorage(storage);
      return storage;
    },
  };
}

function storageOf(id: PickleValue, place: string): PickledStorage {
  const [tag, global, key, , count, view] = isKind(id, 'tuple') ? id.items : [];
  const type = isKind(global, 'global') ? storageTypes.get(global.name) : undefined;
  if (tag !== 'storage' || type === undefined || typeof key !== 'string' || typeof count !== 'number') {
    return refuse('pickle refers to what is no storage', place);
  }
  if (view !== undefined && view !== null) return refuse(`storage ${key} is a view of another`, place);
  return { kind: 'storage', key, type, count: elementCount([count], place) };
}

/** Arguments: storage, offset, shape, strides, then gradient flags and hooks, which do not affect the values. */
function tensor(
  [storage, start, shape, strides]: readonly PickleValue[],
  place: string,
  budget: Budget,
): PickledTensor {
  if (!isKind(storage, 'storage')) return refuse('tensor without a storage', place);
  if (typeof start !== 'number' || !Number.isSafeInteger(start)) return refuse('tensor without an offset', place);
  const view = { shape: integersOf(shape, place, budget), strides: integersOf(strides, place, budget), start };
  if (view.strides.length !== view.shape.length || [start, ...view.strides].some((step) => step < 0)) {
    const got = `[${view.strides.join(', ')}] from ${start}`;
    return refuse(`impossible strides (got ${got}, wanted ${view.shape.length} of at least 0)`, place);
  }
  const reach = start + view.shape.reduce((sum, count, axis) => sum + (count - 1) * (view.strides[axis] ?? 0), 0);
  if (elementCount(view.shape, place) > 0 && reach >= storage.count) {
    return refuse(`tensor reaches outside its storage (got element ${reach}, wanted below ${storage.count})`, place);
  }
  return { kind: 'tensor', storage, ...view };
}

function parameter([data]: readonly PickleValue[], place: string): PickleValue {
  return isKind(data, 'tensor') ? data : refuse('parameter without a tensor', place);
}

function size([items]: readonly PickleValue[], place: string, budget: Budget): PickleValue {
  return { kind: 'tuple', items: integersOf(items, place, budget) };
}

/** Empty, or built from a list of pairs as Python 2 wrote it. */
function orderedDict([pairs]: readonly PickleValue[], place: string, budget: Budget): PickleValue {
  const entries = new Map<PickleKey, PickleValue>();
  for (const pair of isKind(pairs, 'list') ? pairs.items : []) {
    const [key, value] = isKind(pair, 'tuple') || isKind(pair, 'list') ? pair.items : [];
    if (typeof key !== 'string' || value === undefined) return refuse('ordered dict of what are no pairs', place);
    // Pairs may be recalled from the memo again and again, at two bytes each time.
    spend(budget, 'memory', sizes.entry, place);
    entries.set(key, value);
  }
  return { kind: 'dict', entries };
}

function integersOf(value: PickleValue | undefined, place: string, budget: Budget): number[] {
  if (!isKind(value, 'tuple') && !isKind(value, 'list')) return refuse('wanted a tuple of integers', place);
  spend(budget, 'memory', sizes.object + sizes.item * value.items.length, place);
  return value.items.map((item) => {
    return typeof item === 'number' && Number.isSafeInteger(item) ? item : refuse('wanted a tuple of integers', place);
  });
}
