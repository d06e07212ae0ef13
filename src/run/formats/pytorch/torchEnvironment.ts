import { sizes, spend, type Budget } from '../bytes/budget';
import type { ElementType } from '../bytes/elements';
import { elementCount } from '../bytes/namedTensor';
import type { PickleEnvironment } from './pickleMachine';
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

type Call = (args: readonly PickleValue[], place: string, budget: Budget) => PickleValue | undefined;

const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['collections.OrderedDict', orderedDict],
  ['torch.Size', size],
  ['torch._utils._rebuild_tensor', tensor],
  ['torch._utils._rebuild_tensor_v2', tensor],
  ['torch._utils._rebuild_parameter', parameter],
  ['torch._utils._rebuild_parameter_with_state', parameter],
  ['torch._tensor._rebuild_from_type_v2', tensorOfType],
  ['torch._utils._rebuild_qtensor', quantised],
  ['_codecs.encode', encoded],
]);

/** Functions of Python that run programs or code. No weights need them. */
const harmful =
  /^(?:(?:os|posix|nt|pty|subprocess|commands|runpy|ctypes|socket|importlib|shutil|webbrowser)\.|(?:builtins|__builtin__)\.(?:eval|exec|execfile|compile|__import__|open|apply|breakpoint|input)$)/;

/**
 * What the names in the pickle of a PyTorch checkpoint mean: ordered dicts, and tensors as views of storages outside the
 * pickle. Calls only describe tensors and read no values; what has no meaning here is `undefined`. Refuses a pickle that
 * calls what runs programs. Calls `onStorage` for each storage that the pickle names.
 */
export function torchEnvironment(budget: Budget, onStorage: (storage: PickledStorage) => void): PickleEnvironment {
  return {
    call: (global, args, place) => {
      if (harmful.test(global)) {
        refuse(
          `pickle calls ${global}, which runs code in Python: do not load this file there (nothing of it ran)`,
          place,
        );
      }
      return calls.get(global)?.(args, place, budget);
    },
    persistent: (id, place) => {
      spend(budget, 'memory', 2 * sizes.object, place);
      const stored = storedOf(id, place);
      if (isKind(stored, 'storage')) onStorage(stored);
      return stored;
    },
  };
}

/** A storage, or an opaque one if its elements are of a type that no weights have. */
function storedOf(id: PickleValue, place: string): PickleValue {
  const [tag, global, key, , count, view] = isKind(id, 'tuple') ? id.items : [];
  // Modules saved whole by early versions: the class, with its source file and text.
  if (tag === 'module' && isKind(global, 'global')) return global;
  if (tag !== 'storage' || !isKind(global, 'global') || typeof key !== 'string' || typeof count !== 'number') {
    return refuse('pickle refers to what is no storage', place);
  }
  const type = storageTypes.get(global.name);
  if (type === undefined) return { kind: 'object', name: global.name, args: [], state: null, entries: null };
  if (view !== undefined && view !== null) return refuse(`storage ${key} is a view of another`, place);
  return { kind: 'storage', key, type, count: elementCount([count], place) };
}

/** Arguments: storage, offset, shape, strides, then gradient flags and hooks, which do not affect the values. */
function tensor(
  [storage, start, shape, strides]: readonly PickleValue[],
  place: string,
  budget: Budget,
): PickledTensor | undefined {
  if (isKind(storage, 'object')) return undefined;
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
  const isTensor = isKind(data, 'tensor') || isKind(data, 'object');
  return isTensor ? data : refuse('parameter without a tensor', place);
}

/** A tensor with attributes, or of its own class: a function that makes a tensor, the class, the arguments. */
function tensorOfType([make, , args]: readonly PickleValue[], place: string, budget: Budget): PickleValue | undefined {
  const call = isKind(make, 'global') && make.name !== 'torch._tensor._rebuild_from_type_v2' && calls.get(make.name);
  return call && isKind(args, 'tuple') ? call(args.items, place, budget) : undefined;
}

function quantised(_: readonly PickleValue[], place: string): never {
  return refuse(
    'weights that PyTorch has quantised, which are not read: save those from before with torch.save(model.state_dict(), "weights.pth")',
    place,
  );
}

/** The bytes of a text, as Python 3 writes them in protocol 2. */
function encoded([text, encoding]: readonly PickleValue[], place: string, budget: Budget): PickleValue | undefined {
  if (typeof text !== 'string' || encoding !== 'latin1') return undefined;
  spend(budget, 'memory', text.length + 2 * sizes.object, place);
  spend(budget, 'work', text.length / 2, place);
  return { kind: 'bytes', bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) };
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
