import type { StoredTensor } from '../weights/stateDict';

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
  /** How its window moves, where the file states it but not the network around it. */
  readonly window?: LayerWindow;
};

/** Rows, then columns. What is missing is not stated. */
export type LayerWindow = {
  readonly stride?: readonly [number, number];
  readonly dilation?: readonly [number, number];
  /** Added on both sides. */
  readonly padding?: readonly [number, number];
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
