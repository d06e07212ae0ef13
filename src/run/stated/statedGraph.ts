import type { Padding } from '../../nets/op';
import type { StoredTensor } from '../weights/stateDict';
import type { StoredLayer, StoredNorm } from './storedLayer';

/** Rows, columns or channels of a value; null where the file leaves them open. */
export type Size = number | null;

/** A map of one image, or 1 x 1 x channels for a vector. Which axis the file has first is gone here. */
export type StatedShape = { readonly height: Size; readonly width: Size; readonly channels: Size };

export type Pair = readonly [vertical: number, horizontal: number];

/** Four numbers, or TensorFlow's SAME; `sameLower` has the odd row and column at the top and left. */
export type StatedPadding = Padding | 'same' | 'sameLower';

export type StatedWindow = {
  readonly stride: Pair;
  readonly padding: StatedPadding;
  readonly dilation: Pair;
};

export type StatedPool = StatedWindow & {
  readonly kernel: Pair;
  /** Whether a last window that hangs over the border is kept. */
  readonly isCeil: boolean;
};

/**
 * What files state of networks, in one vocabulary for all formats: every attribute that changes the result, and every
 * weight in PyTorch's axes. It has more words than the app's graphs, so that what those lack can be named.
 */
export type StatedOp =
  | { readonly kind: 'input' }
  | ({ readonly kind: 'conv'; readonly groups: number } & StatedWindow & Omit<StoredLayer, 'norm'>)
  /** Also a matrix times the channels of every pixel, which is a 1x1 convolution. */
  | ({ readonly kind: 'fullyConnected' } & Omit<StoredLayer, 'norm'>)
  | { readonly kind: 'batchNorm'; readonly norm: StoredNorm & { readonly epsilon: number } }
  /** scale * x + shift: each is one number (shape []) or one for each channel. */
  | { readonly kind: 'affine'; readonly scale?: StoredTensor; readonly shift?: StoredTensor }
  /** A name of the app's `ActivationFunction`, or the file's own words for any other. */
  | {
      readonly kind: 'activation';
      readonly function: string;
      /**
       * For a relu that shows only in the range of a quantised map: the end of the range. Then it may as well have been
       * a relu6.
       */
      readonly most?: number;
    }
  | ({ readonly kind: 'maxPool' } & StatedPool)
  | ({ readonly kind: 'averagePool'; readonly countsPadding: boolean } & StatedPool)
  | { readonly kind: 'globalAveragePool' }
  | { readonly kind: 'add' }
  /** Also a map times a 1 x 1 x c gate. */
  | { readonly kind: 'multiply' }
  /** Along the channels. */
  | { readonly kind: 'concat' }
  | { readonly kind: 'channelSlice'; readonly from: number; readonly to: number }
  /** As in the app's graphs: the channels as a groups x n matrix, transposed. */
  | { readonly kind: 'channelShuffle'; readonly groups: number }
  /** The channels in reverse: RGB to BGR. */
  | { readonly kind: 'reverseChannels' }
  /** A map as one vector; `order` says whether its channels vary slowest or fastest. */
  | { readonly kind: 'flatten'; readonly order: 'channelsFirst' | 'channelsLast' }
  | { readonly kind: 'pad'; readonly padding: Padding; readonly value: number }
  | { readonly kind: 'softmax' }
  /** Anything else, in the file's words: `Resize`. */
  | { readonly kind: 'unknown'; readonly what: string };

/** One value of the file's network. Two nodes are the same value only if they are the same object. */
export type StatedNode = {
  /** The file's own name for it. */
  readonly name: string;
  readonly op: StatedOp;
  readonly inputs: readonly StatedNode[];
  readonly shape: StatedShape;
};

/** A network as its file states it, simplified (`statedGraphOf`). */
export type StatedGraph = {
  readonly input: StatedNode;
  /** Without a softmax at the end. */
  readonly output: StatedNode;
  /** In execution order. */
  readonly nodes: readonly StatedNode[];
  /** Whether pixels go in as whole numbers from 0 to 255, as the type of the input shows. */
  readonly isByteInput?: boolean;
  /** Where the file has them in its metadata. */
  readonly labels?: readonly string[];
};
