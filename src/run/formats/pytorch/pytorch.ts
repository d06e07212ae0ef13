import { waysOut } from '../../errors/unreadable';
import type { Result } from '../../../nets/result';
import { readingBudget, type Budget } from '../bytes/budget';
import { byteReader } from '../bytes/byteReader';
import { elementBytes, elementReader } from '../bytes/elements';
import { denseTensor, elementCount, spendTensor, stridedTensor, type NamedTensor } from '../bytes/namedTensor';
import { unpickle } from './pickle';
import { isKind, type PickledStorage, type PickledTensor, type PickleValue } from './pickleValue';
import { readSafely, refuse } from '../bytes/refusal';
import { architectureOf, stateDictsOf, type StateDict } from './stateDicts';
import { torchEnvironment } from './torchEnvironment';
import { zipEntries } from '../bytes/zip';
import type { StatedModule } from './wholeModule';

export type PytorchFile = WeightSet & {
  readonly format: 'pytorch';
  /** All weights of the network by their place in the checkpoint (`model`, `model_ema`), where it holds several. */
  readonly choices?: ReadonlyMap<string, WeightSet>;
  /** The network that the checkpoint names beside its weights: `mobilenetv2_100`. */
  readonly architecture?: string;
};

/** One set of weights of a checkpoint. */
export type WeightSet = {
  /** In state dict order, without the prefixes that wrappers add to every name (`module.`, `_orig_mod.`). */
  readonly tensors: readonly NamedTensor[];
  /** What the modules state of themselves, where the network was saved whole. */
  readonly modules?: readonly StatedModule[];
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
 * Reads the weights of a checkpoint written by `torch.save`, as a zip archive or in the legacy format
 * (torch/serialization.py), or of a plain pickle: a state dict, one nested in a checkpoint (`state_dict`, `model`, ...),
 * or a network that was saved whole. Nothing in the pickle is executed: objects are opaque. Error messages start with
 * `where`.
 */
export function parsePytorch(
  bytes: Uint8Array,
  where = 'pytorch',
  budget = readingBudget(bytes.length),
): Result<PytorchFile> {
  return readSafely(where, () => {
    const zipped = bytes.length >= 4 && byteReader(bytes, budget).u32(0) === zipSignature;
    const { root, bytesOf } = zipped ? zippedCheckpoint(bytes, budget) : unzippedCheckpoint(bytes, budget);
    const [first, ...others] = stateDictsOf(root, budget);
    const set = weightSet(first, bytesOf, budget);
    const choices = others.map((other) => [other.key, weightSet(other, bytesOf, budget)] as const);
    const architecture = architectureOf(root);
    return {
      format: 'pytorch',
      ...set,
      ...(others.length > 0 && { choices: new Map([[first.key, set], ...choices]) }),
      ...(architecture !== undefined && { architecture }),
    };
  });
}

function weightSet({ tensors, modules }: StateDict, bytesOf: Checkpoint['bytesOf'], budget: Budget): WeightSet {
  const prefix = wrapperPrefix(tensors.map(([name]) => name));
  const named = tensors.map(([name, tensor]) => {
    const { shape, storage } = tensor;
    spendTensor(budget, { name, count: elementCount(shape, name), type: storage.type }, `tensor ${name}`);
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    return namedTensor(own, tensor, storedBytes(tensor.storage, bytesOf));
  });
  const unwrapped = modules === undefined ? undefined : unwrappedModules(modules, prefix);
  return { tensors: named, ...(unwrapped && { modules: unwrapped }) };
}

/** The modules without their wrappers; what stands beside the network in a wrapper, which may act on the image, first. */
function unwrappedModules(modules: readonly StatedModule[], prefix: string): readonly StatedModule[] {
  const isInner = ({ path }: StatedModule) => `${path}.`.startsWith(prefix);
  const beside = modules.filter((each) => !isInner(each) && each.path !== '' && !prefix.startsWith(`${each.path}.`));
  const inner = modules.filter((each) => prefix === '' || isInner(each));
  return [...beside, ...inner.map((each) => ({ ...each, path: each.path.slice(prefix.length) }))];
}

function zippedCheckpoint(bytes: Uint8Array, budget: Budget): Checkpoint {
  const entries = zipEntries(bytes, budget);
  const path = [...entries.keys()].find((name) => name === 'data.pkl' || name.endsWith('/data.pkl'));
  if (path === undefined) return refuse(zipReason([...entries.keys()]), 'byte 0');
  if (entries.has(path.replace(/data\.pkl$/, 'constants.pkl'))) return refuse(torchScriptReason, 'constants.pkl');
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

const torchScriptReason = `a TorchScript archive, whose code is not read: save its weights with ${waysOut.torchScript}`;

function zipReason(names: readonly string[]): string {
  const isExported = names.some((name) => /(^|\/)(serialized_exported_program\.json|models\/[^/]+\.json)$/.test(name));
  return isExported
    ? `a program of torch.export, which is not read: save its weights with ${waysOut.torchProgram}`
    : 'zip without data.pkl, which torch.save writes';
}

function unzippedCheckpoint(bytes: Uint8Array, budget: Budget): Checkpoint {
  if (legacyMagic.every((byte, index) => bytes[index] === byte)) return legacyCheckpoint(bytes, budget);
  const environment = torchEnvironment(budget, () => undefined);
  const { value: root } = unpickle(bytes, environment, { budget });
  return { root, bytesOf: (key) => refuse(`storage ${key} is missing`, 'the end of the pickle') };
}

/** Four pickles (magic, version, machine, state dict), a pickled list of storage keys, then the storages in order. */
function legacyCheckpoint(bytes: Uint8Array, budget: Budget): Checkpoint {
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

function storedBytes({ key, type, count, bytes }: PickledStorage, bytesOf: Checkpoint['bytesOf']): Uint8Array {
  const content = bytes ?? bytesOf(key);
  const wanted = count * elementBytes[type];
  if (content.length >= wanted) return content;
  return refuse(`storage cut short (got ${content.length} bytes, wanted ${wanted})`, `storage ${key}`);
}

/**
 * The prefix that DataParallel (`module.`), torch.compile (`_orig_mod.`), a moving average or a training framework
 * (`model.`) puts before the name of every weight, alone or one around the other. What else lies in the file, such as a
 * count or the weights of a loss, need not have it.
 */
function wrapperPrefix(names: readonly string[]): string {
  const ofLayers = names.filter((name) => name.endsWith('.weight') || name.endsWith('.running_mean'));
  const layers = ofLayers.length > 0 ? ofLayers : names;
  let prefix = '';
  for (let depth = 0; depth < 4 && layers.length > 0; depth += 1) {
    const rest = layers.map((name) => name.slice(prefix.length)).filter((name) => !isOfTraining(name));
    const [wrapper = ''] = /^[a-z_]+\./.exec(rest[0] ?? '') ?? [];
    if (!wrappers.has(wrapper) || !rest.every((name) => name.startsWith(wrapper))) break;
    prefix += wrapper;
  }
  return prefix;
}

const wrappers: ReadonlySet<string> = new Set(
  ['module', '_orig_mod', 'model', 'net', 'network', 'backbone', 'encoder', 'ema_model', 'student', '_model'].map(
    (name) => `${name}.`,
  ),
);

/** Whether a tensor is of a loss or a metric, which run only in training. */
export function isOfTraining(name: string): boolean {
  return /^(criterion|loss|loss_fn|loss_func|losses|metrics?|(train|val|valid|test)_[a-z0-9_]*)\./.test(name);
}

function namedTensor(name: string, tensor: PickledTensor, content: Uint8Array): NamedTensor {
  const { storage, shape, strides, start } = tensor;
  if (!isContiguous(shape, strides)) {
    return stridedTensor(name, shape, { reader: () => elementReader(storage.type, content), strides, start });
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
