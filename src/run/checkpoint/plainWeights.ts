import type { PartOf } from '../../nets/weights/tensorValue';
import { partOf, partsOf, tensorOfParts } from '../formats/bytes/namedTensor';
import { isOfTraining } from '../formats/pytorch/pytorch';
import type { StoredTensor } from '../weights/stateDict';
import { UnreadableLayers, type WeightNote } from './checkpointLayers';

/** The tensors of one PyTorch module. */
export type Module = { readonly path: string; readonly parts: ReadonlyMap<string, StoredTensor> };

/**
 * The modules of a state dict with the weights that they compute with: masks of pruning are applied and weight norm is
 * computed, as the module would before each step. What belongs to no layer (the weights of a loss, counts) is left out.
 */
export function plainWeights(tensors: readonly StoredTensor[]): {
  readonly modules: readonly Module[];
  readonly notes: readonly WeightNote[];
} {
  const skipped: string[] = [];
  const counts = { masksApplied: 0, weightNormApplied: 0 };
  const modules = modulesOf(tensors).flatMap((module): readonly Module[] => {
    if (isBesideWeights(module)) {
      skipped.push(...[...module.parts.values()].map(({ name }) => name));
      return [];
    }
    const { parts, path } = module;
    const parametrized = /^(.*)\.parametrizations\.(\w+)(?=\.|$)/.exec(path);
    if (parametrized !== null) {
      const [, layer = '', what = ''] = parametrized;
      throw new UnreadableLayers(layer, parametrizedReason(what));
    }
    if (parts.has('weight_mask') || parts.has('bias_mask')) {
      counts.masksApplied += 1;
      return [{ path, parts: withMasks(parts) }];
    }
    if (parts.has('weight_u')) throw new UnreadableLayers(path, spectralReason);
    const [size, direction] = [parts.get('weight_g'), parts.get('weight_v')];
    if (size === undefined || direction === undefined) return [module];
    counts.weightNormApplied += 1;
    return [{ path, parts: new Map([...parts, ['weight', normed(path, size, direction)]]) }];
  });
  const notes: WeightNote[] = [];
  for (const kind of ['masksApplied', 'weightNormApplied'] as const) {
    if (counts[kind] > 0) notes.push({ kind, layers: counts[kind] });
  }
  if (skipped.length > 0) notes.push({ kind: 'skipped', names: skipped.slice(0, 4), count: skipped.length });
  return { modules, notes };
}

function parametrizedReason(what: string): string {
  return `its ${what} is computed from other tensors by code: save the weights after torch.nn.utils.parametrize.remove_parametrizations(module, "${what}")`;
}

const spectralReason =
  'spectral norm, which is not computed here: save the weights after torch.nn.utils.remove_spectral_norm(module)';

/** Groups tensors by their module, with those of `torch.nn.utils.parametrizations.weight_norm` under their older names. */
function modulesOf(tensors: readonly StoredTensor[]): readonly Module[] {
  const modules = new Map<string, Map<string, StoredTensor>>();
  for (const tensor of tensors) {
    const name = tensor.name
      .replace(/\.parametrizations\.weight\.original0$/, '.weight_g')
      .replace(/\.parametrizations\.weight\.original1$/, '.weight_v');
    const dot = name.lastIndexOf('.');
    const path = name.slice(0, Math.max(dot, 0));
    const parts = modules.get(path) ?? new Map<string, StoredTensor>();
    modules.set(path, parts.set(name.slice(dot + 1), tensor));
  }
  return [...modules].map(([path, parts]) => ({ path, parts }));
}

/**
 * Whether the tensors are of a loss, a metric or an auxiliary classifier, or lie at the top as no layer does. A vector inside the network is not: it
 * may be a layer that no network here has.
 */
function isBesideWeights({ path, parts }: Module): boolean {
  const names = [...parts.keys()];
  if (isOfTraining(`${path}.`) || /^aux(iliary)?(_?(\d+|head|classifier|logits))?(\.|$)/.test(path)) return true;
  const isLayer = names.some((name) => name === 'weight' || name === 'running_mean' || name.startsWith('weight_'));
  return !isLayer && (path === '' || isScaling(names) || [...parts.values()].every(({ shape }) => shape.length === 0));
}

/** Buffers of a module that normalises the image. */
function isScaling(names: readonly string[]): boolean {
  return names.length === 2 && names.includes('mean') && names.includes('std');
}

/** torch.nn.utils.prune keeps `weight_orig` and `weight_mask`; the weight is their product. */
function withMasks(parts: Module['parts']): Module['parts'] {
  const masked = new Map<string, StoredTensor>();
  for (const [name, tensor] of parts) {
    const [plain] = name.split(/_(?:orig|mask)$/);
    const mask = parts.get(`${plain ?? name}_mask`);
    if (name.endsWith('_mask')) continue;
    if (mask === undefined || plain === undefined || String(mask.shape) !== String(tensor.shape)) {
      masked.set(name, tensor);
      continue;
    }
    const product: PartOf = (begin, end) => {
      const keep = partOf(mask, begin, end);
      return partOf(tensor, begin, end).map((value, index) => value * (keep[index] ?? 0));
    };
    masked.set(plain, tensorOfParts(tensor.name, tensor.shape, product));
  }
  return masked;
}

/** g * v / ||v||, with a length for each filter (Salimans and Kingma 2016, arXiv:1602.07868). */
function normed(path: string, size: StoredTensor, direction: StoredTensor): StoredTensor {
  const [filters = 1] = direction.shape;
  const lengths = size.shape.reduce((product, side) => product * side, 1);
  if (lengths !== filters) throw new UnreadableLayers(path, 'weight norm over other axes than those of each filter');
  const each = direction.shape.slice(1).reduce((product, side) => product * side, 1);
  let known: Float64Array | undefined;
  const part: PartOf = (begin, end) => {
    const [scales, norms] = [size.data, (known ??= normsOf(direction, filters, each))];
    return partOf(direction, begin, end).map((value, index) => {
      const filter = Math.floor((begin + index) / each);
      return ((scales[filter] ?? 0) * value) / (norms[filter] ?? 1);
    });
  };
  return tensorOfParts(direction.name, direction.shape, part);
}

function normsOf(tensor: StoredTensor, filters: number, each: number): Float64Array {
  const sums = new Float64Array(filters);
  let index = 0;
  for (const part of partsOf(tensor)) {
    for (const value of part) {
      const filter = Math.floor(index / each);
      sums[filter] = (sums[filter] ?? 0) + value * value;
      index += 1;
    }
  }
  return sums.map(Math.sqrt);
}
