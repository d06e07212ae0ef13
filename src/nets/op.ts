/**
 * The ops that networks consist of: fifteen, each with the attributes that determine its shape, its cost and its
 * result. Everything else (Fire, inverted residual, ...) is a function that composes them.
 */

/** A tensor of one image: height x width x channels. A vector is 1 x 1 x channels. */
export type Shape = { readonly height: number; readonly width: number; readonly channels: number };

/** Rows and columns added around a map before a window slides over it. 'same' and the like are resolved to these. */
export type Padding = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** Element-wise functions; hardSigmoid(x) = relu6(x + 3) / 6 and hardSwish(x) = x * hardSigmoid(x). */
export type ActivationFunction = 'relu' | 'relu6' | 'sigmoid' | 'hardSigmoid' | 'swish' | 'hardSwish';

export type OpAttributes = {
  /** The input of the graph: an image, or the map that a block reads. */
  readonly input: object;
  /** Two-dimensional convolution; depthwise when `groups` equals the input channels. */
  readonly conv: {
    readonly outChannels: number;
    /** Height and width of the window. */
    readonly kernel: readonly [number, number];
    readonly stride: number;
    readonly padding: Padding;
    readonly groups: number;
    readonly bias: boolean;
  };
  /** A matrix times the 1 x 1 x channels input. */
  readonly fullyConnected: { readonly outFeatures: number; readonly bias: boolean };
  /** Batch normalisation with learnable scale and shift (PyTorch's weight and bias) per channel. */
  readonly batchNorm: { readonly epsilon: number };
  readonly activation: { readonly function: ActivationFunction };
  /** The largest value under a square window; padding never wins. */
  readonly maxPool: { readonly kernel: number; readonly stride: number; readonly padding: Padding };
  /** The mean under a square window; padded zeros count, as they do in PyTorch. */
  readonly averagePool: { readonly kernel: number; readonly stride: number; readonly padding: Padding };
  /** The mean of each channel: height x width x c to 1 x 1 x c. */
  readonly globalAveragePool: object;
  /** The element-wise sum of two or more maps of one shape. */
  readonly add: object;
  /** A map times a 1 x 1 x c gate, channel by channel. */
  readonly scale: object;
  /** Maps of one height and width, joined along their channels. */
  readonly concat: object;
  /** The channels `from` to `to` (exclusive); two slices make a channel split. */
  readonly channelSlice: { readonly from: number; readonly to: number };
  /** The channels as a groups x n matrix, transposed: channel i * n + j moves to j * groups + i. */
  readonly channelShuffle: { readonly groups: number };
  /** A map as one vector in PyTorch's order: channel, row, column. */
  readonly flatten: object;
  /** Zeroes random values in training; the identity at inference. */
  readonly dropout: { readonly probability: number };
};

export type OpKind = keyof OpAttributes;

/** The kinds that a network computes: all but the input. */
export type ComputedKind = Exclude<OpKind, 'input'>;

/** An op of kind K, or of any kind: a union that narrows on `kind`. */
export type Op<K extends OpKind = OpKind> = {
  readonly [P in K]: { readonly kind: P } & OpAttributes[P];
}[K];

/** What the rest of the code asks about a kind of op. No other file keeps a list of kinds. */
export type OpTraits = {
  /** Has learned values, which a weights file holds. */
  readonly hasParams: boolean;
  /** Multiplies by weights and can add a bias. Batch norm folds into it, and kernels fuse an activation into it. */
  readonly isWeightLayer: boolean;
  /** Slides a `kernel` over a padded map by `stride`. */
  readonly hasWindow: boolean;
  /** A norm or activation: a kernel can apply it to the result of the op before it while that is in registers. */
  readonly isEpilogue: boolean;
  /** Combines several maps value by value. */
  readonly combinesMaps: boolean;
  /** Computes no values: its result holds values of its inputs, possibly under other channel numbers. */
  readonly isView: boolean;
  /** The identity at inference. */
  readonly isIdentity: boolean;
  /** Has one input, and always the shape of that input. */
  readonly keepsShape: boolean;
  /** Can write its result over an input of the same size. */
  readonly isInPlace: boolean;
  /** Costs nothing at inference: given, folded into weights, the identity, or a reshape. */
  readonly isFree: boolean;
};

const none = {
  hasParams: false,
  isWeightLayer: false,
  hasWindow: false,
  isEpilogue: false,
  combinesMaps: false,
  isView: false,
  isIdentity: false,
  keepsShape: false,
  isInPlace: false,
  isFree: false,
} as const;

/** The traits of each kind of op; those not named are false. */
export const opTraits = {
  input: { ...none, isFree: true },
  conv: { ...none, hasParams: true, isWeightLayer: true, hasWindow: true },
  fullyConnected: { ...none, hasParams: true, isWeightLayer: true },
  batchNorm: { ...none, hasParams: true, isEpilogue: true, keepsShape: true, isInPlace: true, isFree: true },
  activation: { ...none, isEpilogue: true, keepsShape: true, isInPlace: true },
  maxPool: { ...none, hasWindow: true },
  averagePool: { ...none, hasWindow: true },
  globalAveragePool: none,
  add: { ...none, combinesMaps: true, isInPlace: true },
  scale: { ...none, combinesMaps: true, isInPlace: true },
  concat: { ...none, isView: true },
  channelSlice: { ...none, isView: true },
  channelShuffle: { ...none, isView: true, keepsShape: true },
  flatten: { ...none, isView: true, isInPlace: true, isFree: true },
  dropout: { ...none, isView: true, isIdentity: true, keepsShape: true, isInPlace: true, isFree: true },
} as const satisfies { readonly [K in OpKind]: OpTraits };

/** The kinds that have a trait: `KindWith<'isView'>` is the concatenation, the slice, ... */
export type KindWith<T extends keyof OpTraits> = {
  readonly [K in OpKind]: (typeof opTraits)[K][T] extends true ? K : never;
}[OpKind];

/** Whether an op has a trait; narrows it to the kinds that do. */
export function hasTrait<T extends keyof OpTraits>(op: Op, trait: T): op is Op<KindWith<T>> {
  return opTraits[op.kind][trait];
}

/** The kinds that need a kernel, because they compute values. */
export type KernelKind = Exclude<ComputedKind, KindWith<'isView'>>;

/** How a convolution mixes channels and pixels: the distinction that lightweight networks are about. */
export type ConvFlavour = 'standard' | 'pointwise' | 'grouped' | 'groupedPointwise' | 'depthwise';

/** The flavour of a convolution that reads `inChannels` channels. */
export function convFlavour(conv: Op<'conv'>, inChannels: number): ConvFlavour {
  if (conv.groups > 1 && conv.groups === inChannels) return 'depthwise';
  const pointwise = conv.kernel[0] === 1 && conv.kernel[1] === 1;
  if (conv.groups > 1) return pointwise ? 'groupedPointwise' : 'grouped';
  return pointwise ? 'pointwise' : 'standard';
}

/** The number of values in a tensor of this shape. */
export function elementCount(shape: Shape): number {
  return shape.height * shape.width * shape.channels;
}

/** `56x56x24`, for error messages and tables. */
export function shapeText(shape: Shape): string {
  return `${shape.height}x${shape.width}x${shape.channels}`;
}
