import type { KerasFile, KerasLayer } from '../formats/keras/keras';
import type { StoredTensor } from '../weights/stateDict';
import { fromDepthwise, fromHwio, fromInOut } from '../stated/axes';
import { kerasStated } from '../stated/keras/kerasStated';
import { statedLayers } from '../stated/statedGraphOf';
import { numberedLayers } from './numberedLayers';
import { UnreadableLayers, type CheckpointLayers, type StoredLayer, type StoredNorm } from './checkpointLayers';

/** The default of Keras, which its published networks were trained with. */
const epsilon = 1e-3;

/** What one Keras layer adds: new layers, or the batch norm of the last layer. */
type Read = { readonly layers: readonly StoredLayer[] } | { readonly norm: StoredNorm };

export const kerasConventions = { naming: 'keras', padding: 'same', flattens: 'channelsLast' } as const;

/**
 * The layers of a Keras file: those that its model states, in execution order, or else in file order, with shortcuts
 * moved to where they are executed.
 */
export function kerasLayers(file: KerasFile): CheckpointLayers {
  if (file.model !== undefined) {
    const stated = kerasStated(file.model);
    return { ...kerasConventions, orders: [statedLayers(stated)], stated };
  }
  const tensors = new Map(file.tensors.map((tensor) => [tensor.name, tensor]));
  if (file.isNumbered === true) return { ...kerasConventions, ...numberedLayers(file.layers, tensors) };
  const isXception = file.layers.some(({ name }) => name === 'block2_sepconv1');
  const isShortcut = ({ name }: KerasLayer) => isXception && !/^(block\d|predictions)/.test(name);
  const main = mergeReads(file.layers.filter((layer) => !isShortcut(layer)).map((layer) => layerOf(layer, tensors)));
  const aside = mergeReads(file.layers.filter(isShortcut).map((layer) => layerOf(layer, tensors)));
  return { ...kerasConventions, orders: [isXception ? withShortcuts(main, aside) : main] };
}

function layerOf({ name, weights }: KerasLayer, tensors: ReadonlyMap<string, StoredTensor>): Read {
  const found = weights.flatMap((weight) => tensors.get(weight) ?? []);
  const [kernel, second, third] = found;
  if (kernel === undefined) return { layers: [] };
  if (second === undefined) return { layers: [layer(name, kernel)] };
  if (kernel.shape.length === 1) return { norm: normOf(name, found) };
  if (second.shape.length === 1) return { layers: [layer(name, kernel, second)] };
  // A separable convolution: depthwise kernel, pointwise kernel, optional bias.
  return { layers: [{ weight: fromDepthwise(kernel) }, layer(name, second, third)] };
}

function layer(name: string, kernel: StoredTensor, bias?: StoredTensor): StoredLayer {
  return { weight: weightOf(name, kernel), ...(bias && { bias }) };
}

function weightOf(name: string, kernel: StoredTensor): StoredTensor {
  const { shape } = kernel;
  if (shape.length === 2) return fromInOut(kernel);
  if (shape.length !== 4) throw new UnreadableLayers(kernel.name, 'neither a convolution nor a dense layer');
  const isDepthwise = kernel.name.includes('depthwise') || /(^|_)dw(_|\d)|depthwise/.test(name);
  return isDepthwise ? fromDepthwise(kernel) : fromHwio(kernel);
}

/** Scale and shift are missing where the network has none. */
function normOf(name: string, tensors: readonly StoredTensor[]): StoredNorm {
  const part = (words: RegExp) => tensors.find((tensor) => words.test(tensor.name));
  const [weight, bias] = [part(/gamma/), part(/beta/)];
  const [mean, variance] = [part(/moving_mean|running_mean/), part(/moving_var|running_(var|std)/)];
  if (mean === undefined || variance === undefined) {
    throw new UnreadableLayers(name, 'batch norm without its statistics');
  }
  return { ...(weight && { weight }), ...(bias && { bias }), mean, variance, epsilon };
}

function mergeReads(reads: readonly Read[]): readonly StoredLayer[] {
  const layers: StoredLayer[] = [];
  for (const read of reads) {
    if ('layers' in read) {
      for (const each of read.layers) layers.push(each);
      continue;
    }
    const last = layers.pop();
    if (last === undefined || last.norm !== undefined) {
      throw new UnreadableLayers(read.norm.mean.name, 'batch norm that follows no convolution');
    }
    layers.push({ ...last, norm: read.norm });
  }
  return layers;
}

/** Inserts the four strided shortcuts of Xception before the blocks that they bypass. */
function withShortcuts(main: readonly StoredLayer[], aside: readonly StoredLayer[]): readonly StoredLayer[] {
  const starts = [2, 3, 4, 13].map((block) => `block${String(block)}_sepconv1`);
  return main.flatMap((each) => {
    const index = starts.findIndex((start) => each.weight.name.includes(`${start}/`) && isDepthwise(each));
    const shortcut = index < 0 ? undefined : aside[index];
    return shortcut === undefined ? [each] : [shortcut, each];
  });
}

function isDepthwise({ weight }: StoredLayer): boolean {
  return weight.shape[1] === 1;
}
