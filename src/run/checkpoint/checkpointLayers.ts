import type { StoredTensor } from '../weights/stateDict';
import { shortened } from '../formats/bytes/refusal';
import type { Normalisation } from '../frames/preprocess';

/**
 * A convolution or fully connected layer of a checkpoint, with the batch norm after it. Axes are in the order of
 * PyTorch.
 */
export type StoredLayer = {
  /** Out x in/groups x height x width, or out x in. It has the name from the file. */
  readonly weight: StoredTensor;
  readonly bias?: StoredTensor;
  /** Missing where the file has none, or has folded it into the weights. */
  readonly norm?: StoredNorm;
};

export type StoredNorm = {
  /** Scale and shift; some networks are trained without them. */
  readonly weight?: StoredTensor;
  readonly bias?: StoredTensor;
  readonly mean: StoredTensor;
  readonly variance: StoredTensor;
  /** Where the file has it. */
  readonly epsilon?: number;
};

/** Who named the tensors; this decides what the file itself does not say. */
export type Naming = 'featherweight' | 'pytorch' | 'timm' | 'megvii' | 'lukemelas' | 'keras' | 'tensorflow' | 'onnx';

/** A weights file as a list of layers, with what it says about the network around them. */
export type CheckpointLayers = {
  readonly naming: Naming;
  /** Possible execution orders of the layers, the likeliest first; most files have one. */
  readonly orders: readonly (readonly StoredLayer[])[];
  /** Padding of windows with stride 2. */
  readonly padding?: 'symmetric' | 'same';
  /** Side of the square input in pixels. */
  readonly resolution?: number;
  readonly normalisation?: Normalisation;
  /** The order of the values of a flattened map. */
  readonly flattens: 'channelsFirst' | 'channelsLast';
};

/** Thrown when a file is not a list of layers. The message starts with the tensor, layer or operator `part`. */
export class UnreadableLayers extends Error {
  override readonly name = 'UnreadableLayers';

  constructor(part: string, reason: string) {
    super(`${shortened(part)}: ${shortened(reason)}`);
  }
}
