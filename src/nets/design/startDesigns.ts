import type { Source } from '../papers/publishedFigure';
import type { Choice } from '../parameter';
import type { Design, DesignHead, DesignRow } from './design';
import { rowOf } from './design';

/** A known network as rows, which a design can start from. */
export type StartDesign = {
  /** In addresses. */
  readonly id: string;
  readonly name: string;
  /** The network of the catalogue that it is, with the options that are not at their defaults: all its costs are the same. */
  readonly model?: string;
  readonly choice?: Choice;
  readonly design: Design;
  /** What its source prints, where no other page of the app has it. */
  readonly published?: {
    readonly paramsMillions: number;
    readonly macsMillions: number;
    readonly source: Source;
    /** In English, which is also its id in the message catalogues. */
    readonly note: string;
  };
};

const linear: DesignHead = { kind: 'linear', hidden: 0, activation: 'none' };

function designOf(rows: readonly DesignRow[], rest: Partial<Omit<Design, 'rows'>> = {}): Design {
  return { resolution: 224, classes: 1000, head: linear, ...rest, rows };
}

function conv(channels: number, values: Partial<DesignRow> = {}): DesignRow {
  return { ...rowOf('conv', { channels }), ...values };
}

function fire(channels: number, inner: number, repeats: number): DesignRow {
  return rowOf('fire', { channels, inner, repeats });
}

function pool(border: DesignRow['border']): DesignRow {
  return rowOf('maxPool', { stride: 2, border });
}

/** arXiv:1602.07360, Table 1. */
const squeezeNet = designOf(
  [
    conv(96, { kernel: 7, stride: 2, norm: 'bias', border: 'valid' }),
    pool('valid'),
    fire(128, 16, 2),
    fire(256, 32, 1),
    pool('valid'),
    fire(256, 32, 1),
    fire(384, 48, 2),
    fire(512, 64, 1),
    pool('valid'),
    fire(512, 64, 1),
  ],
  { head: { kind: 'conv', hidden: 0, activation: 'relu' } },
);

/** arXiv:1610.02357, figure 5. */
const xception = designOf(
  [
    conv(32, { stride: 2, border: 'valid' }),
    conv(64, { border: 'valid' }),
    rowOf('xception', { channels: 128, inner: 128, stride: 2 }),
    rowOf('xception', { channels: 256, inner: 256, stride: 2 }),
    rowOf('xception', { channels: 728, inner: 728, stride: 2 }),
    rowOf('xception', { channels: 728, inner: 728, repeats: 8 }),
    rowOf('xception', { channels: 1024, inner: 728, stride: 2 }),
    rowOf('separable', { channels: 1536 }),
    rowOf('separable', { channels: 2048 }),
  ],
  { resolution: 299 },
);

/** arXiv:1707.01083, Table 1, 3 groups. */
const shuffleNetV1 = designOf([
  conv(24, { stride: 2 }),
  pool('padded'),
  rowOf('shuffleV1', { channels: 240, groups: 3, stride: 2, repeats: 4 }),
  rowOf('shuffleV1', { channels: 480, groups: 3, stride: 2, repeats: 8 }),
  rowOf('shuffleV1', { channels: 960, groups: 3, stride: 2, repeats: 4 }),
]);

/** arXiv:1807.11164, Table 5, 1x. */
const shuffleNetV2 = designOf([
  conv(24, { stride: 2 }),
  pool('padded'),
  rowOf('shuffleV2', { channels: 116, stride: 2, repeats: 4 }),
  rowOf('shuffleV2', { channels: 232, stride: 2, repeats: 8 }),
  rowOf('shuffleV2', { channels: 464, stride: 2, repeats: 4 }),
  conv(1024, { kernel: 1 }),
]);

function separable(channels: number, stride: 1 | 2, repeats = 1): DesignRow {
  return rowOf('depthwiseSeparable', { channels, stride, repeats, activation: 'relu6' });
}

/** arXiv:1704.04861, Table 1. */
const mobileNetV1 = designOf([
  conv(32, { stride: 2, activation: 'relu6' }),
  separable(64, 1),
  separable(128, 2, 2),
  separable(256, 2, 2),
  separable(512, 2, 6),
  separable(1024, 2, 2),
]);

type Inverted = readonly [expansion: number, channels: number, repeats: number, stride: 1 | 2, kernel?: 3 | 5];

function inverted([expansion, channels, repeats, stride, kernel = 3]: Inverted): DesignRow {
  return rowOf('invertedResidual', { expansion, channels, repeats, stride, kernel, activation: 'relu6' });
}

function withRelu6Ends(rows: readonly Inverted[]): Design {
  const first = conv(32, { stride: 2, activation: 'relu6' });
  return designOf([first, ...rows.map(inverted), conv(1280, { kernel: 1, activation: 'relu6' })]);
}

/** arXiv:1801.04381, Table 2. */
export const mobileNetV2 = withRelu6Ends([
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
]);

/** arXiv:1905.11946, Table 1, without squeeze-and-excite. */
export const efficientNetLite0 = withRelu6Ends([
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1],
]);

type V3Row = readonly [
  kernel: 3 | 5,
  expansion: number,
  channels: number,
  gate: DesignRow['gate'],
  activation: DesignRow['activation'],
  stride: 1 | 2,
  repeats: number,
];

function mobileNetV3(rows: readonly V3Row[], lastChannels: number, hidden: number): Design {
  const blocks = rows.map(([kernel, expansion, channels, gate, activation, stride, repeats]) =>
    rowOf('invertedResidual', { kernel, expansion, channels, gate, activation, stride, repeats }),
  );
  return designOf(
    [
      conv(16, { stride: 2, activation: 'hardSwish' }),
      ...blocks,
      conv(lastChannels, { kernel: 1, activation: 'hardSwish' }),
    ],
    { head: { kind: 'linear', hidden, activation: 'hardSwish' } },
  );
}

/** arXiv:1905.02244, Table 1. */
const mobileNetV3Large = mobileNetV3(
  [
    [3, 1, 16, 'none', 'relu', 1, 1],
    [3, 4, 24, 'none', 'relu', 2, 1],
    [3, 3, 24, 'none', 'relu', 1, 1],
    [5, 3, 40, 'squeezeExcite', 'relu', 2, 3],
    [3, 6, 80, 'none', 'hardSwish', 2, 1],
    [3, 2.5, 80, 'none', 'hardSwish', 1, 1],
    [3, 2.3, 80, 'none', 'hardSwish', 1, 2],
    [3, 6, 112, 'squeezeExcite', 'hardSwish', 1, 2],
    [5, 6, 160, 'squeezeExcite', 'hardSwish', 2, 3],
  ],
  960,
  1280,
);

/** arXiv:1905.02244, Table 2. */
const mobileNetV3Small = mobileNetV3(
  [
    [3, 1, 16, 'squeezeExcite', 'relu', 2, 1],
    [3, 4.5, 24, 'none', 'relu', 2, 1],
    [3, 3.67, 24, 'none', 'relu', 1, 1],
    [5, 4, 40, 'squeezeExcite', 'hardSwish', 2, 1],
    [5, 6, 40, 'squeezeExcite', 'hardSwish', 1, 2],
    [5, 3, 48, 'squeezeExcite', 'hardSwish', 1, 2],
    [5, 6, 96, 'squeezeExcite', 'hardSwish', 2, 3],
  ],
  576,
  1024,
);

/** What a new design starts from. */
export const mobileNetV2Start = start('mobilenet-v2', 'MobileNet V2', mobileNetV2);

/** The light networks of the course, in its order. */
export const startDesigns: readonly StartDesign[] = [
  start('squeezenet', 'SqueezeNet', squeezeNet),
  start('xception', 'Xception', xception),
  start('shufflenet-v1', 'ShuffleNet V1', shuffleNetV1),
  start('shufflenet-v2', 'ShuffleNet V2', shuffleNetV2),
  start('mobilenet-v1', 'MobileNet V1', mobileNetV1),
  mobileNetV2Start,
  { ...start('mobilenet-v3-large', 'MobileNet V3 large', mobileNetV3Large), model: 'mobilenet-v3' },
  {
    ...start('mobilenet-v3-small', 'MobileNet V3 small', mobileNetV3Small),
    model: 'mobilenet-v3',
    choice: { size: 'small' },
  },
  start('efficientnet-lite0', 'EfficientNet-Lite0', efficientNetLite0),
];

function start(id: string, name: string, design: Design): StartDesign {
  return { id, model: id, choice: {}, name, design };
}
