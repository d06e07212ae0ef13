import { GraphError, inputOf, type Node } from '../graph';
import type { ActivationFunction, Op, OpKind, Padding } from '../op';
import type { LayerWeights } from '../weights/layerWeights';
import { channelsRead, slidingOf, type WeightLayer } from './weightLayer';
import { isInside, valueOf, type MapValues } from './mapValues';

/** One value of a tensor. */
export type Place = { readonly row: number; readonly column: number; readonly channel: number };

/** One value that another is computed from, and the factor that it is multiplied by. */
export type Term = Place & {
  /** Which of the node's inputs it is read from. */
  readonly input: number;
  readonly value: number;
  /** A weight; a gate; 1 where nothing is multiplied. */
  readonly weight: number;
  /** Whether it lies outside the map, where it is 0. */
  readonly isPadding: boolean;
};

/** How a value comes from its terms. `sum`: of value x weight, plus the bias; `largest`; `function` of the only one; `copy` of it. */
export type Combination = 'sum' | 'largest' | 'function' | 'copy';

/** One value of a network with all that it is computed from. */
export type Pixel = {
  readonly how: Combination;
  /** In the order in which weights are stored: channel, row, column. */
  readonly terms: readonly Term[];
  /** 0 where there is none. */
  readonly bias: number;
  readonly value: number;
};

/**
 * Computes one value of a node in double precision, from the values of the tensors that it reads.
 * @param node of an inference graph (`foldedGraph`)
 * @param inputs the values of `node.inputs`, in their order
 * @param weights those of `node`, with batch norm folded
 * @throws GraphError for the input of a graph and for batch norm, which is folded
 */
export function pixelOf(node: Node, inputs: readonly MapValues[], weights: LayerWeights, place: Place): Pixel {
  return computePixel(node.op, { node, inputs, weights, place });
}

type Given = {
  readonly node: Node;
  readonly inputs: readonly MapValues[];
  readonly weights: LayerWeights;
  readonly place: Place;
};

type Computations = { readonly [K in OpKind]: (op: Op<K>, given: Given) => Pixel };

function computePixel<K extends OpKind>(op: Op<K>, given: Given): Pixel {
  return computations[op.kind](op, given);
}

const computations: Computations = {
  input: (_, { node }) => refuse(node),
  batchNorm: (_, { node }) => refuse(node),
  conv: weightedSum,
  fullyConnected: weightedSum,
  activation: (op, given) => {
    const [term] = termsAt(given, [given.place]);
    return { how: 'function', terms: term ? [term] : [], bias: 0, value: activated(op.function, term?.value ?? 0) };
  },
  maxPool: (op, given) => {
    const terms = windowTerms(op, given, 1).filter(({ isPadding }) => !isPadding);
    return { how: 'largest', terms, bias: 0, value: Math.max(...terms.map(({ value }) => value)) };
  },
  averagePool: (op, given) => sumOf(windowTerms(op, given, 1 / op.kernel ** 2)),
  globalAveragePool: (_, given) => {
    const { height, width } = inputOf(given.node).shape;
    const all = { kernel: height, stride: 1, padding: { top: 0, bottom: 0, left: 0, right: 0 }, columns: width };
    return sumOf(windowTerms(all, given, 1 / (height * width)));
  },
  add: (_, given) => sumOf(given.inputs.flatMap((_map, input) => termsAt(given, [given.place], input))),
  scale: (_, given) => {
    const [, gate] = given.inputs;
    const factor = gate === undefined ? 1 : valueOf(gate, 0, 0, given.place.channel);
    return sumOf(termsAt(given, [given.place]).map((term) => ({ ...term, weight: factor })));
  },
  concat: (_, given) => {
    let { channel } = given.place;
    for (const [input, { shape }] of given.node.inputs.entries()) {
      if (channel < shape.channels) return copyOf(termsAt(given, [{ ...given.place, channel }], input));
      channel -= shape.channels;
    }
    return refuse(given.node);
  },
  channelSlice: ({ from }, given) => copyOf(termsAt(given, [{ ...given.place, channel: given.place.channel + from }])),
  channelShuffle: ({ groups }, given) => {
    const { channel } = given.place;
    const perGroup = given.node.shape.channels / groups;
    const source = (channel % groups) * perGroup + Math.floor(channel / groups);
    return copyOf(termsAt(given, [{ ...given.place, channel: source }]));
  },
  flatten: (_, given) => {
    const { height, width } = inputOf(given.node).shape;
    const { channel: index } = given.place;
    const rest = index % (height * width);
    const place = {
      channel: Math.floor(index / (height * width)),
      row: Math.floor(rest / width),
      column: rest % width,
    };
    return copyOf(termsAt(given, [place]));
  },
  dropout: (_, given) => copyOf(termsAt(given, [given.place])),
};

/** A term of a convolution or a fully connected layer for each weight that one output value uses. */
function weightedSum(op: WeightLayer, { node, inputs, weights, place }: Given): Pixel {
  const [map] = inputs;
  const { weight, bias } = weights;
  if (map === undefined || weight === null) return refuse(node);
  const { kernel, stride, padding } = slidingOf(op);
  const { from, end } = channelsRead(op, map.shape[2], place.channel);
  const [first, left] = [place.row * stride - padding.top, place.column * stride - padding.left];
  const terms: Term[] = [];
  let at = place.channel * (end - from) * kernel[0] * kernel[1];
  for (let channel = from; channel < end; channel += 1) {
    for (let row = first; row < first + kernel[0]; row += 1) {
      for (let column = left; column < left + kernel[1]; column += 1) {
        const isPadding = !isInside(row, map.shape[0]) || !isInside(column, map.shape[1]);
        const value = valueOf(map, row, column, channel);
        terms.push({ input: 0, row, column, channel, value, weight: weight.data[at] ?? 0, isPadding });
        at += 1;
      }
    }
  }
  return sumOf(terms, bias?.data[place.channel] ?? 0);
}

type Window = {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
  readonly columns?: number;
};

/** The values of one channel under a pool's window, each with the same weight. */
function windowTerms(
  { kernel, stride, padding, columns = kernel }: Window,
  given: Given,
  weight: number,
): readonly Term[] {
  const { row, column, channel } = given.place;
  const [top, left] = [row * stride - padding.top, column * stride - padding.left];
  const places = Array.from({ length: kernel * columns }, (_, at) => ({
    row: top + Math.floor(at / columns),
    column: left + (at % columns),
    channel,
  }));
  return termsAt(given, places).map((term) => ({ ...term, weight }));
}

function termsAt({ inputs }: Given, places: readonly Place[], input = 0): readonly Term[] {
  const map = inputs[input];
  if (map === undefined) return [];
  return places.map((place) => ({
    input,
    ...place,
    value: valueOf(map, place.row, place.column, place.channel),
    weight: 1,
    isPadding: !isInside(place.row, map.shape[0]) || !isInside(place.column, map.shape[1]),
  }));
}

function sumOf(terms: readonly Term[], bias = 0): Pixel {
  return { how: 'sum', terms, bias, value: terms.reduce((sum, { value, weight }) => sum + value * weight, bias) };
}

function copyOf(terms: readonly Term[]): Pixel {
  return { how: 'copy', terms, bias: 0, value: terms[0]?.value ?? 0 };
}

/** An activation function at one value. */
export function activated(name: ActivationFunction, x: number): number {
  return functions[name](x);
}

const hardSigmoid = (x: number): number => Math.min(Math.max(x + 3, 0), 6) / 6;

const functions: Readonly<Record<ActivationFunction, (x: number) => number>> = {
  relu: (x) => Math.max(x, 0),
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  hardSigmoid,
  swish: (x) => x / (1 + Math.exp(-x)),
  hardSwish: (x) => x * hardSigmoid(x),
};

function refuse(node: Node): never {
  throw new GraphError(`${node.id}: ${node.op.kind} has no arithmetic here (wanted a node of an inference graph)`);
}
