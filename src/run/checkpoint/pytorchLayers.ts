import type { StoredTensor } from '../weights/stateDict';
import { UnreadableLayers, type CheckpointLayers, type Naming, type StoredLayer } from './checkpointLayers';
import { byExecution } from './executionOrder';

/** The tensors of one PyTorch module. */
type Module = { readonly path: string; readonly parts: ReadonlyMap<string, StoredTensor> };

/**
 * The layers of a PyTorch state dict.
 * @param isSorted the file lists tensors in another order than modules were declared, as safetensors does; then names
 * decide
 */
export function pytorchLayers(tensors: readonly StoredTensor[], isSorted: boolean): CheckpointLayers {
  const modules = modulesOf(tensors).filter(({ path }) => !isTrainingOnly(path));
  const naming = namingOf(modules.map(({ path }) => path));
  const asStored = () => layersOf(modules);
  const orders = isSorted ? [layersOf(byExecution(modules)), ...orderIfPossible(asStored)] : [asStored()];
  return { naming, orders, flattens: 'channelsFirst' };
}

/** The auxiliary classifier of Inception, which is only used in training. */
function isTrainingOnly(path: string): boolean {
  return path.startsWith('AuxLogits');
}

/** Each repository names the first convolution differently. */
function namingOf(paths: readonly string[]): Naming {
  if (paths.includes('conv_stem')) return 'timm';
  if (paths.includes('_conv_stem')) return 'lukemelas';
  return paths.includes('first_conv.0') ? 'megvii' : 'pytorch';
}

function modulesOf(tensors: readonly StoredTensor[]): readonly Module[] {
  const modules = new Map<string, Map<string, StoredTensor>>();
  for (const tensor of tensors) {
    const dot = tensor.name.lastIndexOf('.');
    const path = tensor.name.slice(0, Math.max(dot, 0));
    const parts = modules.get(path) ?? new Map<string, StoredTensor>();
    modules.set(path, parts.set(tensor.name.slice(dot + 1), tensor));
  }
  return [...modules].map(([path, parts]) => ({ path, parts }));
}

/** A module with running statistics is the batch norm of the preceding layer. */
function layersOf(modules: readonly Module[]): readonly StoredLayer[] {
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
      layers.push({ ...last, norm: { ...(weight && { weight }), ...(bias && { bias }), mean, variance } });
    } else if (weight !== undefined && weight.shape.length > 1) {
      layers.push({ weight, ...(bias && { bias }) });
    } else {
      throw new UnreadableLayers(nameOf(module), 'neither a convolution, a fully connected layer nor batch norm');
    }
  }
  return layers;
}

/** The module's path, or the name of its first tensor where names have no dot, and so no path. */
function nameOf({ path, parts }: Module): string {
  return path === '' ? ([...parts.keys()][0] ?? '') : path;
}

/** File order, as a second guess; in a sorted file it is usually impossible, and then there is none. */
function orderIfPossible(order: () => readonly StoredLayer[]): readonly (readonly StoredLayer[])[] {
  try {
    return [order()];
  } catch (error) {
    if (error instanceof UnreadableLayers) return [];
    throw error;
  }
}
