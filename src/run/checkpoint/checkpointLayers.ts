import type { StatedGraph } from '../stated/statedGraph';
import type { StoredLayer } from '../stated/storedLayer';
import { shortened } from '../formats/bytes/refusal';
import type { Normalisation } from '../frames/preprocess';

export type { StoredLayer, StoredNorm } from '../stated/storedLayer';

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
