/**
 * A network of one's own as data: rows like the tables of the papers, a head, the side of the image and the number of
 * classes. Everything else about it is read from the graph that the rows build (`builtDesign`).
 */
export type Design = {
  /** Side of the square image in pixels. */
  readonly resolution: number;
  readonly rows: readonly DesignRow[];
  readonly head: DesignHead;
  readonly classes: number;
};

/** What a row repeats: a block of the course, a plain convolution, or a pool. */
export type RowKind = (typeof rowKinds)[number];

export const rowKinds = [
  'conv',
  'maxPool',
  'fire',
  'separable',
  'xception',
  'depthwiseSeparable',
  'invertedResidual',
  'shuffleV1',
  'shuffleV2',
  'bottleneck',
] as const;

/** A row of the table. It has a value for every field, so that a change of its kind keeps what both kinds have. */
export type DesignRow = {
  readonly kind: RowKind;
  /** Channels of the result. */
  readonly channels: number;
  /** Side of the window. */
  readonly kernel: number;
  /** Of the first repeat; the others have stride 1. */
  readonly stride: 1 | 2;
  /** Channels inside an inverted residual / channels that it reads. */
  readonly expansion: number;
  /** Channels inside: what Fire squeezes to, the first separable convolution of an Xception module, ResNet's bottleneck. */
  readonly inner: number;
  readonly groups: number;
  readonly gate: (typeof gates)[number];
  readonly activation: (typeof activations)[number];
  /** Batch norm after a convolution, or a bias instead. */
  readonly norm: (typeof norms)[number];
  /** Whether zeros are added around a map before a window slides over it. */
  readonly border: (typeof borders)[number];
  readonly repeats: number;
};

/**
 * Between the last map and the classes: `linear` takes the mean of each channel, then a hidden layer where `hidden` is above
 * 0, then a fully connected layer; `conv` scores each place by a 1 x 1 convolution and takes the mean of the scores.
 */
export type DesignHead = {
  readonly kind: (typeof headKinds)[number];
  readonly hidden: number;
  readonly activation: (typeof activations)[number];
};

export const gates = ['none', 'squeezeExcite'] as const;
export const activations = ['none', 'relu', 'relu6', 'hardSwish', 'swish'] as const;
export const norms = ['batchNorm', 'bias'] as const;
export const borders = ['padded', 'valid'] as const;
export const headKinds = ['linear', 'conv'] as const;

/** What of a row can be chosen. */
export type Field = Exclude<keyof DesignRow, 'kind'>;

/** The fields that each kind has, in the order in which they are shown. */
export const fieldsOf: Readonly<Record<RowKind, readonly Field[]>> = {
  conv: ['channels', 'kernel', 'stride', 'groups', 'activation', 'norm', 'border', 'repeats'],
  maxPool: ['stride', 'border'],
  fire: ['channels', 'inner', 'repeats'],
  separable: ['channels', 'repeats'],
  xception: ['channels', 'inner', 'stride', 'repeats'],
  depthwiseSeparable: ['channels', 'kernel', 'stride', 'activation', 'repeats'],
  invertedResidual: ['channels', 'expansion', 'kernel', 'stride', 'gate', 'activation', 'repeats'],
  shuffleV1: ['channels', 'groups', 'stride', 'repeats'],
  shuffleV2: ['channels', 'stride', 'repeats'],
  bottleneck: ['channels', 'inner', 'stride', 'groups', 'repeats'],
};

/** What a new row begins with, and what texts and files leave out. */
export const rowDefaults: DesignRow = {
  kind: 'conv',
  channels: 64,
  kernel: 3,
  stride: 1,
  expansion: 6,
  inner: 16,
  groups: 1,
  gate: 'none',
  activation: 'relu',
  norm: 'batchNorm',
  border: 'padded',
  repeats: 1,
};

/** A row of this kind with the defaults, but for what is given. */
export function rowOf(kind: RowKind, values: Partial<Omit<DesignRow, 'kind'>> = {}): DesignRow {
  return { ...rowDefaults, kind, ...values };
}

/** Whether two rows say the same, as far as their kind has the fields. */
export function isSameRow(one: DesignRow, other: DesignRow): boolean {
  return one.kind === other.kind && fieldsOf[one.kind].every((field) => one[field] === other[field]);
}
