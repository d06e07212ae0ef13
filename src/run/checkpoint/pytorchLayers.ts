import type { StatedModule } from '../formats/pytorch/wholeModule';
import { reshaped } from '../stated/axes';
import type { StoredTensor } from '../weights/stateDict';
import { UnreadableLayers, type CheckpointLayers, type Naming, type StoredLayer } from './checkpointLayers';
import { byExecution } from './executionOrder';
import { statedWindow } from './moduleAttributes';
import { withNormsPaired } from './pairedNorms';
import { plainWeights, type Module } from './plainWeights';
import { statedModules } from './statedModules';

export type StateDictOptions = {
  /** The file lists tensors in another order than modules were declared, as safetensors does; then names decide. */
  readonly isSorted: boolean;
  /** What the modules state of themselves, where the network was saved whole. */
  readonly modules?: readonly StatedModule[] | undefined;
};

/** The layers of a PyTorch state dict. */
export function pytorchLayers(
  tensors: readonly StoredTensor[],
  { isSorted, modules: stated = [] }: StateDictOptions,
): CheckpointLayers {
  const { modules: all, notes } = plainWeights(tensors);
  const modules = all.filter(({ path }) => !isTrainingOnly(path));
  const byPath = new Map(stated.map((module) => [module.path, module]));
  const naming = namingOf(modules.map(({ path }) => path));
  const asStored = () => layersOf(modules, byPath, naming);
  const isByName = isSorted || isShuffled(tensors);
  const orders = isByName
    ? ordersByName(modules, (ordered) => layersOf(ordered, byPath, naming), asStored)
    : [asStored()];
  const known = statedModules(
    stated,
    tensors.map(({ name }) => name),
  );
  const scaling = known?.normalisation ?? scalingOf(tensors);
  const gate = gateOf(modules);
  const activations = new Set(known?.activations.map((each) => each.function));
  return {
    naming,
    orders,
    flattens: 'channelsFirst',
    notes: isByName && couldSwap(modules) ? [...notes, { kind: 'orderAssumed' as const }] : notes,
    ...(scaling && { normalisation: scaling }),
    ...(gate && { gate }),
    ...paddingOf(orders[0] ?? [], naming),
    ...(activations.size > 0 && { activations }),
    ...(known && { modules: known }),
  };
}

/**
 * How a network of timm or transformers that was saved whole pads its windows of stride 2, which tells its two kinds apart: on
 * both sides, or as TensorFlow does, outside of the convolution's own padding.
 */
function paddingOf(layers: readonly StoredLayer[], naming: Naming): Pick<CheckpointLayers, 'padding'> {
  if (naming !== 'timm' && naming !== 'transformers') return {};
  const paddings = layers.flatMap(({ weight, window }) =>
    (weight.shape[2] ?? 1) > 1 && window?.stride?.[0] === 2 ? (window.padding?.slice(0, 1) ?? []) : [],
  );
  if (paddings.some((padding) => padding > 0)) return { padding: 'symmetric' };
  // timm's convolution of TensorFlow's kind is a class of its own, which computes its padding.
  return naming === 'timm' && layers.some(({ window }) => window !== undefined) ? { padding: 'same' } : {};
}

/**
 * Whether the tensors are not in the order in which modules were declared, which `state_dict` keeps: in that of their names,
 * up or down, or the parameters of one module apart. Buffers may follow all parameters, as where two dicts were joined.
 */
function isShuffled(tensors: readonly StoredTensor[]): boolean {
  const all = tensors.map(({ name }) => name);
  if (all.every((name, index) => index === 0 || (all[index - 1] ?? '') < name)) return true;
  // A few layers may be declared so.
  if (all.length > 8 && all.every((name, index) => index === 0 || (all[index - 1] ?? '') > name)) return true;
  const names = all.filter((name) => !/\.(running_mean|running_var|num_batches_tracked)$/.test(name));
  const met = new Set<string>();
  let last: string | undefined;
  for (const name of names) {
    const path = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    if (path !== last && met.has(path)) return true;
    met.add(path);
    last = path;
  }
  return false;
}

/**
 * Whether two modules beside each other, named by words without a number, hold weights of the same shapes: in the order of
 * their names they fit as well as in that of execution.
 */
function couldSwap(modules: readonly Module[]): boolean {
  const shapesOf = new Map<string, string>();
  for (const { path, parts } of modules) {
    const names = path.split('.');
    for (const depth of names.keys()) {
      const above = names.slice(0, depth + 1).join('.');
      shapesOf.set(above, `${shapesOf.get(above) ?? ''} ${String(parts.get('weight')?.shape)}`);
    }
  }
  const met = new Set<string>();
  for (const [path, shapes] of shapesOf) {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    const isWord = !/\d/.test(path.slice(parent.length));
    const key = `${parent}:${shapes}`;
    if (isWord && met.has(key)) return true;
    if (isWord) met.add(key);
  }
  return false;
}

/** The auxiliary classifier of Inception, which is only used in training. */
function isTrainingOnly(path: string): boolean {
  return path.startsWith('AuxLogits');
}

/** Each repository names its modules differently. A new classifier leaves the other names as they are. */
function namingOf(paths: readonly string[]): Naming {
  const has = (wanted: string) => paths.some((path) => path === wanted || path.endsWith(`.${wanted}`));
  if (has('conv_stem')) return 'timm';
  if (has('_conv_stem')) return 'lukemelas';
  if (has('conv_stem.convolution') || has('conv_stem.first_conv.convolution')) return 'transformers';
  const isTorchvision = ['1.conv.0.0', '1.block.0.0'].some((path) => has(`features.${path}`) || paths.includes(path));
  if (isTorchvision) return 'torchvision';
  return has('first_conv.0') ? 'megvii' : 'pytorch';
}

/**
 * Where squeeze-and-excite reads in modules that are numbered, where activations leave a gap: `conv.3`, `conv.4` and the
 * gate `conv.5` have none between batch norm and gate.
 */
function gateOf(modules: readonly Module[]): CheckpointLayers['gate'] {
  const norms = new Set(modules.filter(({ parts }) => parts.has('running_mean')).map(({ path }) => path));
  for (const { path } of modules) {
    const [, block = '', place = ''] = /^(.+)\.(\d+)\.fc\.0$/.exec(path) ?? [];
    const at = Number(place);
    // Blocks that expand have two batch norms before the gate.
    if (!norms.has(`${block}.1`) || at < 4) continue;
    if (norms.has(`${block}.${at - 1}`)) return 'before';
    if (norms.has(`${block}.${at - 2}`)) return 'after';
  }
  return undefined;
}

/** The mean and deviation of a module that normalises the image (`normalize.mean`, `normalize.std`), for values in 0..1. */
function scalingOf(tensors: readonly StoredTensor[]): CheckpointLayers['normalisation'] {
  const three = (part: string) => {
    const found = tensors.find(({ name, shape }) => {
      return new RegExp(`(^|\\.)${part}$`).test(name) && shape.reduce((product, side) => product * side, 1) === 3;
    });
    const [red, green, blue] = found?.data ?? [];
    return red === undefined || green === undefined || blue === undefined ? undefined : ([red, green, blue] as const);
  };
  const [mean, std] = [three('mean'), three('std')];
  const isUnit = mean?.every((value) => value >= 0 && value < 1) === true && std?.every((value) => value > 0);
  return mean && std && isUnit ? { mean, std } : undefined;
}

/** A module with running statistics is the batch norm of the preceding layer. */
function layersOf(
  modules: readonly Module[],
  stated: ReadonlyMap<string, StatedModule>,
  naming: Naming,
): readonly StoredLayer[] {
  const layers: StoredLayer[] = [];
  for (const module of modules) {
    const { parts } = module;
    const [weight, bias] = [parts.get('weight'), parts.get('bias')];
    const [mean, variance] = [parts.get('running_mean'), parts.get('running_var')];
    if (mean !== undefined && variance !== undefined) {
      const last = layers.pop();
      if (last === undefined || last.norm !== undefined) {
        throw new UnreadableLayers(nameOf(module), 'batch norm that follows no convolution');
      }
      const epsilon = stated.get(module.path)?.attributes.get('eps');
      const norm = { ...(weight && { weight }), ...(bias && { bias }), mean, variance };
      layers.push({ ...last, norm: { ...norm, ...(typeof epsilon === 'number' && { epsilon }) } });
    } else if (weight !== undefined && weight.shape.length > 1) {
      const window = statedWindow(stated.get(module.path), naming);
      layers.push({ weight: asMatrix(module.path, weight), ...(bias && { bias }), ...(window && { window }) });
    } else {
      throw new UnreadableLayers(nameOf(module), 'neither a convolution, a fully connected layer nor batch norm');
    }
  }
  return layers;
}

/** timm's VGG has its first fully connected layer as a convolution of the whole map. */
function asMatrix(path: string, weight: StoredTensor): StoredTensor {
  const [out = 1, ...rest] = weight.shape;
  const isWhole = path.endsWith('pre_logits.fc1') && rest.length === 3;
  return isWhole ? reshaped(weight, [out, rest.reduce((product, side) => product * side, 1)]) : weight;
}

/** The module's path, or the name of its first tensor where names have no dot, and so no path. */
function nameOf({ path, parts }: Module): string {
  return path === '' ? ([...parts.keys()][0] ?? '') : path;
}

/**
 * Guesses for a file whose own order says nothing: that of the names, the same with every batch norm after the convolution that
 * it belongs to, and the file's, which in a sorted file is usually impossible.
 */
function ordersByName(
  modules: readonly Module[],
  read: (modules: readonly Module[]) => readonly StoredLayer[],
  asStored: () => readonly StoredLayer[],
): readonly (readonly StoredLayer[])[] {
  const named = byExecution(modules);
  const paired = withNormsPaired(named);
  const second = paired === undefined ? [] : orderIfPossible(() => read(paired));
  const first = second.length === 0 ? [read(named)] : orderIfPossible(() => read(named));
  return [...first, ...second, ...orderIfPossible(asStored)];
}

/** An order, if it is possible. */
function orderIfPossible(order: () => readonly StoredLayer[]): readonly (readonly StoredLayer[])[] {
  try {
    return [order()];
  } catch (error) {
    if (error instanceof UnreadableLayers) return [];
    throw error;
  }
}
