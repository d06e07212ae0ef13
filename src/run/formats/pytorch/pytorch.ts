import type { Result } from '../../../nets/result';
import { readingBudget, type Budget } from '../bytes/budget';
import { byteReader } from '../bytes/byteReader';
import { elementBytes } from '../bytes/elements';
import { denseTensor, elementCount, spendTensor, stridedTensor, type NamedTensor } from '../bytes/namedTensor';
import { unpickle } from './pickle';
import { isKind, type PickleDict, type PickledStorage, type PickledTensor, type PickleValue } from './pickleValue';
import { readSafely, refuse } from '../bytes/refusal';
import { torchEnvironment } from './torchEnvironment';
import { zipEntries } from '../bytes/zip';

export type PytorchFile = {
  readonly format: 'pytorch';
  /** In state dict order, without the prefixes that wrappers add to every name (`module.`, `_orig_mod.`). */
  readonly tensors: readonly NamedTensor[];
};

type Checkpoint = {
  readonly root: PickleValue;
  /** The bytes of the storage with this key. */
  readonly bytesOf: (key: string) => Uint8Array;
};

const zipSignature = 0x04034b50;
// The pickle of 0x1950a86a20f9469cfc6c, which torch.serialization calls its magic number.
const legacyMagic = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

/**
 * Reads a state dict written by `torch.save`, as a zip archive or in the legacy format (torch/serialization.py).
 * Nothing in its pickle is executed: it may name only tensors and dicts, and any other global is refused by name.
 * Finds a state dict nested in a checkpoint (`state_dict`, `model`, ...). Error messages start with `where`.
 */
export function parsePytorch(
  bytes: Uint8Array,
  where = 'pytorch',
  budget = readingBudget(bytes.length),
): Result<PytorchFile> {
  return readSafely(where, () => {
    const zipped = bytes.length >= 4 && byteReader(bytes, budget).u32(0) === zipSignature;
    const { root, bytesOf } = zipped ? zippedCheckpoint(bytes, budget) : legacyCheckpoint(bytes, budget);
    const described = tensorsIn(stateDictOf(root));
    const names = unwrappedNames(described.map(([name]) => name));
    const tensors = described.map(([name, tensor], index) => {
      const { shape, storage } = tensor;
      spendTensor(budget, { name, count: elementCount(shape, name), type: storage.type }, `tensor ${name}`);
      return namedTensor(names[index] ?? name, tensor, storedBytes(tensor.storage, bytesOf));
    });
    return { format: 'pytorch', tensors };
  });
}

function zippedCheckpoint(bytes: Uint8Array, budget: Budget): Checkpoint {
  const entries = zipEntries(bytes, budget);
  const path = [...entries.keys()].find((name) => name === 'data.pkl' || name.endsWith('/data.pkl'));
  if (path === undefined) return refuse('zip without data.pkl, which torch.save writes', 'byte 0');
  const folder = path.slice(0, -'data.pkl'.length);
  const byteorder = entries.get(`${folder}byteorder`);
  // Read only where it is short: it says `little` or `big`.
  if (byteorder !== undefined && byteorder.byteLength > 16) refuse('a byte order that is no word', byteorder.place);
  if (byteorder !== undefined && new TextDecoder().decode(byteorder.read()).trim() !== 'little') {
    refuse('saved by a big-endian machine: load it in PyTorch and save it on a little-endian one', 'byteorder');
  }
  const contents = new Map<string, Uint8Array>();
  const environment = torchEnvironment(budget, () => undefined);
  const { value } = unpickle(entries.get(path)?.read() ?? new Uint8Array(), environment, { budget, part: 'data.pkl' });
  const bytesOf = (key: string) => {
    const content = contents.get(key) ?? entries.get(`${folder}data/${key}`)?.read();
    if (content === undefined) return refuse(`storage ${key} is missing`, 'zip directory');
    contents.set(key, content);
    return content;
  };
  return { root: value, bytesOf };
}

/** Four pickles (magic, version, machine, state dict), a pickled list of storage keys, then the storages in order. */
function legacyCheckpoint(bytes: Uint8Array, budget: Budget): Checkpoint {
  if (legacyMagic.some((byte, index) => bytes[index] !== byte))
    refuse('neither a zip archive nor the older form of torch.save', 'byte 0');
  const file = byteReader(bytes, budget);
  const storages = new Map<string, PickledStorage>();
  const environment = torchEnvironment(budget, (storage) => storages.set(storage.key, storage));
  const version = unpickle(bytes, environment, { budget, start: legacyMagic.length });
  if (version.value !== 1001) refuse('unknown version of the older form (wanted 1001)', file.place(legacyMagic.length));
  const machine = unpickle(bytes, environment, { budget, start: version.end });
  if (!isKind(machine.value, 'dict') || machine.value.entries.get('little_endian') !== true) {
    refuse('saved by a big-endian machine: load it in PyTorch and save it again', file.place(version.end));
  }
  const { value: root, end } = unpickle(bytes, environment, { budget, start: machine.end });
  const keys = unpickle(bytes, environment, { budget, start: end });
  const contents = new Map<string, Uint8Array>();
  let at = keys.end;
  for (const key of isKind(keys.value, 'list') ? keys.value.items : []) {
    const storage = typeof key === 'string' ? storages.get(key) : undefined;
    if (storage === undefined) return refuse('storage that no tensor mentions', file.place(at));
    const count = file.u64(at);
    if (count !== storage.count) {
      refuse(`storage ${storage.key} of another size (got ${count}, wanted ${storage.count})`, file.place(at));
    }
    const content = file.view(at + 8, count * elementBytes[storage.type]);
    contents.set(storage.key, content);
    at += 8 + content.length;
  }
  return {
    root,
    bytesOf: (key) => contents.get(key) ?? refuse(`storage ${key} is missing`, file.place(keys.end)),
  };
}

function storedBytes({ key, type, count }: PickledStorage, bytesOf: Checkpoint['bytesOf']): Uint8Array {
  const content = bytesOf(key);
  const wanted = count * elementBytes[type];
  if (content.length >= wanted) return content;
  return refuse(`storage cut short (got ${content.length} bytes, wanted ${wanted})`, `storage ${key}`);
}

// Keys under which training scripts save the state dict, likeliest first.
const wrapperKeys = ['state_dict', 'model_state_dict', 'model_state', 'model', 'net', 'network', 'module', 'weights'];

function stateDictOf(root: PickleValue): PickleDict {
  let dict = root;
  // Limits the depth, because a dict may contain itself.
  for (let depth = 0; depth < 4 && isKind(dict, 'dict'); depth += 1) {
    const { entries } = dict;
    const dicts = [...entries.values()].filter((value) => isKind(value, 'dict'));
    const wrapped = wrapperKeys.map((key) => entries.get(key)).find((value) => isKind(value, 'dict'));
    const inner = wrapped ?? (dicts.length === 1 ? dicts[0] : undefined);
    if (wrapped === undefined && tensorsIn(dict).length > 0) return dict;
    if (inner === undefined) break;
    dict = inner;
  }
  const keys = isKind(root, 'dict') ? [...root.entries.keys()].slice(0, 8).join(', ') : 'no dict';
  return refuse(`no state dict in this checkpoint (got ${keys === '' ? 'an empty dict' : keys})`, 'data.pkl');
}

function tensorsIn(dict: PickleDict): (readonly [string, PickledTensor])[] {
  return [...dict.entries].flatMap(([name, value]) =>
    isKind(value, 'tensor') ? [[String(name), value] as const] : [],
  );
}

/** Strips the prefixes that DataParallel and torch.compile add to every name, alone or one around the other. */
function unwrappedNames(names: readonly string[]): readonly string[] {
  const isEverywhere = (prefix: string) => names.every((name) => name.startsWith(prefix));
  const prefix = ['module._orig_mod.', '_orig_mod.module.', 'module.', '_orig_mod.'].find(isEverywhere);
  return prefix === undefined ? names : names.map((name) => name.slice(prefix.length));
}

function namedTensor(name: string, tensor: PickledTensor, content: Uint8Array): NamedTensor {
  const { storage, shape, strides, start } = tensor;
  if (!isContiguous(shape, strides)) {
    return stridedTensor(name, shape, { type: storage.type, bytes: content, strides, start });
  }
  const size = elementBytes[storage.type];
  const count = elementCount(shape, name);
  return denseTensor(name, shape, storage.type, content.subarray(start * size, (start + count) * size));
}

/** Whether the elements are dense and row-major in memory; the stride of an axis of size 1 does not matter. */
function isContiguous(shape: readonly number[], strides: readonly number[]): boolean {
  let wanted = 1;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 1;
    if (size !== 1 && strides[axis] !== wanted) return false;
    wanted *= size;
  }
  return true;
}
