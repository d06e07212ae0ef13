import { channelsRead, macsOfValue, type WeightLayer } from '../../nets/arithmetic/weightLayer';
import type { MapValues } from '../../nets/arithmetic/mapValues';
import { pixelOf, type Pixel, type Place } from '../../nets/arithmetic/pixel';
import { conv, input } from '../../nets/build';
import { graphOf, inputOf, type Graph, type Node } from '../../nets/graph';
import type { LayerWeights } from '../../nets/weights/layerWeights';

/** How the channels of a small convolution over a photo connect. */
export type PhotoKind = 'standard' | 'depthwise' | 'pointwise' | 'grouped';

export const photoKinds: readonly PhotoKind[] = ['standard', 'depthwise', 'pointwise', 'grouped'];

/** Filters by name, row by row, and the sum of their magnitudes where that is not 1: Sobel (1968), Laplace, binomial. */
const filters = {
  horizontalEdges: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  verticalEdges: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  outlines: [0, 1, 0, 1, -4, 1, 0, 1, 0],
  blur: [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16),
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type FilterName = keyof typeof filters;

export const filterNames: readonly FilterName[] = ['horizontalEdges', 'verticalEdges', 'outlines', 'blur'];

/** What an output channel of a layer computes: a filter over its channels, or a mixture of colours. */
export type OutputName = FilterName | 'lightness' | 'redGreen' | 'yellowBlue' | 'mean';

export type PhotoLayer = {
  readonly kind: PhotoKind;
  readonly node: Node;
  readonly op: WeightLayer;
  readonly graph: Graph;
  readonly weights: LayerWeights;
  /** Of each output channel. */
  readonly outputs: readonly OutputName[];
  /** Whether it reads the photo, or the maps that the standard layer makes of it. */
  readonly reads: 'photo' | 'filtered';
};

export type PhotoLayerOptions = { readonly side: number; readonly stride: number; readonly isPadded: boolean };

/** A layer of one kind; the standard one and the pointwise one read red, green and blue, the others the four maps of filters. */
export function photoLayer(kind: PhotoKind, { side, stride, isPadded }: PhotoLayerOptions): PhotoLayer {
  const { inChannels, groups, kernel, rows, outputs } = layers[kind];
  const padding = isPadded ? 'symmetric' : 'valid';
  const map = input({ height: side, width: side, channels: inChannels });
  const node = conv('layer', map, { outChannels: outputs.length, kernel, stride, groups, padding });
  const { op } = node;
  if (op.kind !== 'conv') throw new TypeError(`photoLayer: ${op.kind} is no convolution`);
  const data = Float32Array.from(rows.flat());
  const shape = [outputs.length, inChannels / groups, kernel, kernel];
  const reads = inChannels === 3 ? 'photo' : 'filtered';
  return { kind, node, op, graph: graphOf(node), weights: { weight: { shape, data }, bias: null }, outputs, reads };
}

type LayerTable = {
  readonly inChannels: number;
  readonly groups: number;
  readonly kernel: number;
  /** The weights of each output channel: kernel by kernel, row by row. */
  readonly rows: readonly (readonly number[])[];
  readonly outputs: readonly OutputName[];
};

const third = (filter: readonly number[]): readonly number[] => filter.map((weight) => weight / 3);
const [top, side, outline, blur] = filterNames.map((name) => filters[name]);

const layers: Readonly<Record<PhotoKind, LayerTable>> = {
  // Each filter over the mean of the three colours.
  standard: {
    ...{ inChannels: 3, groups: 1, kernel: 3, outputs: filterNames },
    rows: filterNames.map((name) => [1, 2, 3].flatMap(() => third(filters[name]))),
  },
  depthwise: {
    ...{ inChannels: 4, groups: 4, kernel: 3, outputs: ['blur', 'blur', 'blur', 'outlines'] },
    rows: [blur ?? [], blur ?? [], blur ?? [], outline ?? []],
  },
  // Rec. 601 luma, and two differences of colours.
  pointwise: {
    ...{ inChannels: 3, groups: 1, kernel: 1, outputs: ['lightness', 'redGreen', 'yellowBlue', 'mean'] },
    rows: [
      [0.299, 0.587, 0.114],
      [1, -1, 0],
      [0.5, 0.5, -1],
      [1 / 3, 1 / 3, 1 / 3],
    ],
  },
  // Two channels to a group: the edges of both directions, and the outlines with the blurred photo.
  grouped: {
    ...{ inChannels: 4, groups: 2, kernel: 3, outputs: ['blur', 'horizontalEdges', 'blur', 'verticalEdges'] },
    rows: [
      [...(blur ?? []), ...(blur ?? [])],
      [...(top ?? []), ...(side ?? [])],
      [...(blur ?? []), ...(blur ?? [])],
      [...(side ?? []), ...(top ?? [])],
    ],
  },
};

/** The values of a layer for its input, in double precision. */
export function layerValues({ node, weights }: PhotoLayer, map: MapValues): MapValues {
  const { height, width, channels } = node.shape;
  const values = new Float64Array(height * width * channels);
  for (let at = 0; at < values.length; at += 1) {
    const [pixel, channel] = [Math.floor(at / channels), at % channels];
    const place = { row: Math.floor(pixel / width), column: pixel % width, channel };
    values[at] = pixelOf(node, [map], weights, place).value;
  }
  return { shape: [height, width, channels], values };
}

/** One value of the layer with its terms. */
export function layerPixel({ node, weights }: PhotoLayer, map: MapValues, place: Place): Pixel {
  return pixelOf(node, [map], weights, place);
}

/** What has been counted when the kernel is at a position: all before it, row by row, and this one. */
export type SoFar = {
  /** Positions of the kernel. */
  readonly positions: number;
  readonly done: number;
  /** Multiply-adds of one output value, of all output channels at one position, so far, and of the layer. */
  readonly perValue: number;
  readonly perPosition: number;
  readonly soFar: number;
  readonly all: number;
};

export function countedSoFar({ node, op }: PhotoLayer, position: number): SoFar {
  const { height, width, channels } = node.shape;
  const perValue = macsOfValue(op, inputOf(node).shape.channels);
  const perPosition = perValue * channels;
  const positions = height * width;
  const done = Math.min(Math.max(position, 0), positions - 1) + 1;
  return { positions, done, perValue, perPosition, soFar: done * perPosition, all: positions * perPosition };
}

/** The input channels that an output channel reads. */
export function readChannels({ node, op }: PhotoLayer, channel: number): readonly number[] {
  const { from, end } = channelsRead(op, inputOf(node).shape.channels, channel);
  return Array.from({ length: end - from }, (_, at) => from + at);
}
