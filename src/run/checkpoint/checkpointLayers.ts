import type { Graph } from '../../nets/graph';
import type { ActivationFunction } from '../../nets/op';
import type { StatedGraph } from '../stated/statedGraph';
import type { StoredLayer } from '../stated/storedLayer';
import { shortened } from '../formats/bytes/refusal';
import type { Normalisation } from '../frames/preprocess';

export type { StoredLayer, StoredNorm } from '../stated/storedLayer';

/** Who named the tensors; this decides what the file itself does not say. */
export type Naming =
  | 'featherweight'
  /** Code in PyTorch that the names do not give away. */
  | 'pytorch'
  | 'torchvision'
  | 'timm'
  | 'transformers'
  | 'megvii'
  | 'lukemelas'
  | 'keras'
  | 'tensorflow'
  | 'onnx';

/** What was done with the file's tensors on the way, or assumed of their network, for the person to know. */
export type WeightNote =
  /** Masks of pruning were multiplied into the weights of so many layers. */
  | { readonly kind: 'masksApplied' | 'weightNormApplied'; readonly layers: number }
  /** The file keeps no order of its layers, and their names may stand for more than one. */
  | { readonly kind: 'orderAssumed' }
  /** No shape tells the strides: copies for images of 32 pixels have others. */
  | { readonly kind: 'stridesAssumed' }
  /** A network saved whole states none of these: its code calls them as functions, and the network's own are assumed. */
  | { readonly kind: 'callsAssumed'; readonly what: 'activations' | 'pools' | 'both' }
  /** The file computes in 8 bits, which rounds every map; here it is computed in floats. */
  | { readonly kind: 'computedInFloats' }
  /** Tensors that belong to no layer, the first of them by name. */
  | { readonly kind: 'skipped'; readonly names: readonly string[]; readonly count: number }
  /** The config.json beside it is of another network, and is not followed. */
  | { readonly kind: 'configOfAnother'; readonly says: string }
  /** The network has no classifier: it runs for its features. */
  | { readonly kind: 'features' }
  /** Of several sets of weights, the one that fits a network; and the others. */
  | { readonly kind: 'setTaken'; readonly taken: string; readonly beside: readonly string[] }
  /** Names of classes came with the file, but not one for each output. */
  | { readonly kind: 'labelsDoNotFit'; readonly got: number; readonly wanted: number };

/** A pool of a network saved whole: a window, or one that makes a map of `side` rows and columns. */
export type StatedPool = {
  readonly path: string;
  readonly op: 'maxPool' | 'averagePool' | 'adaptive';
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly isCeil?: boolean;
  readonly side?: number;
};

/** What the modules of a network saved whole say of the ops between its layers, in their order. */
export type StatedModules = {
  readonly activations: readonly { readonly path: string; readonly function: ActivationFunction }[];
  readonly pools: readonly StatedPool[];
  /** How many blocks add their input; missing if none says so. */
  readonly sums?: number;
  readonly normalisation?: Normalisation;
  /** Whether the pools of its blocks are functions. */
  readonly isInception: boolean;
  /** Whether its code may call all activations or all pools as functions. */
  readonly mayCall: boolean;
};

/** A weights file as a list of layers, with what it says about the network around them. */
export type CheckpointLayers = {
  readonly naming: Naming;
  /** Possible execution orders of the layers, the likeliest first; most files have one. */
  readonly orders: readonly (readonly StoredLayer[])[];
  /**
   * The layers in the order of a graph, for files that do not say their order; undefined where they do not fit it, or
   * where its branches leave the order open. Comes instead of `orders`.
   */
  readonly orderFor?: (graph: Graph) => readonly StoredLayer[] | undefined;
  /** Padding of windows with stride 2. */
  readonly padding?: 'symmetric' | 'same';
  /** Side of the square input in pixels. */
  readonly resolution?: number;
  readonly normalisation?: Normalisation;
  /** Where squeeze-and-excite reads, if the names show it. */
  readonly gate?: 'after' | 'before';
  /** The activations that modules of a network saved whole state; missing if there are none. */
  readonly activations?: ReadonlySet<ActivationFunction>;
  /** What else the modules of a network saved whole state. */
  readonly modules?: StatedModules;
  readonly notes?: readonly WeightNote[];
  /** The order of the values of a flattened map. */
  readonly flattens: 'channelsFirst' | 'channelsLast';
  /** Where the file states its network: then it must be that of the app in everything, not only in its layers. */
  readonly stated?: StatedGraph;
};

/** Thrown when a file is not a list of layers. The message starts with the tensor, layer or operator `part`. */
export class UnreadableLayers extends Error {
  override readonly name = 'UnreadableLayers';

  constructor(part: string, reason: string) {
    super(`${shortened(part)}: ${shortened(reason)}`);
  }
}
