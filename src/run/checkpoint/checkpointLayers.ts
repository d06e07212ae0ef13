import type { StoredTensor } from '../weights/stateDict';
import type { Normalisation } from '../frames/preprocess';

/** A convolution or fully connected layer of a checkpoint, with the batch norm behind it: axes as PyTorch has them. */
export type StoredLayer = {
  /** Out x in/groups x height x width, or out x in. Its name is the file's. */
  readonly weight: StoredTensor;
  readonly bias?: StoredTensor;
  /** Left out where the file has none, or has folded it into the weights. */
  readonly norm?: StoredNorm;
};

export type StoredNorm = {
  /** Scale and shift; some networks are trained without. */
  readonly weight?: StoredTensor;
  readonly bias?: StoredTensor;
  readonly mean: StoredTensor;
  readonly variance: StoredTensor;
  /** Where the file says it. */
  readonly epsilon?: number;
};

/** Whose names the tensors have; it decides what the file itself does not say. */
export type Naming = 'featherweight' | 'pytorch' | 'timm' | 'megvii' | 'lukemelas' | 'keras' | 'tensorflow' | 'onnx';

/** A weights file as a list of layers, with what it tells about the network around them. */
export type CheckpointLayers = {
  readonly naming: Naming;
  /** Orders in which the layers may be executed, the likeliest first; most files have one. */
  readonly orders: readonly (readonly StoredLayer[])[];
  /** How windows of stride 2 are padded. */
  readonly padding?: 'symmetric' | 'same';
  /** Side of the square input in pixels. */
  readonly resolution?: number;
  readonly normalisation?: Normalisation;
  /** The order in which a flattened map enters a fully connected layer. */
  readonly flattens: 'channelsFirst' | 'channelsLast';
};

/** What makes a file no checkpoint of layers. The message names the tensor. */
export class UnreadableLayers extends Error {
  override readonly name = 'UnreadableLayers';
}
