import type { Graph, Node } from '../graph';
import { inputOf, valueAt } from '../graph';
import type { LayerWeights } from '../weights/layerWeights';
import type { MapValues } from './mapValues';
import { activated } from './pixel';

/**
 * What each place of the last maps adds to one class's logit. The logit is `bias` plus the sum of all values. Zhou et al.,
 * "Learning Deep Features for Discriminative Localization", arXiv:1512.04150, section 2.
 */
export type ClassMap = {
  readonly height: number;
  readonly width: number;
  /** Row by row. */
  readonly values: Float64Array;
  readonly bias: number;
  /**
   * `exact`: pooling and linear layers only. `forThisFrame`: an activation in between is replaced by the factor that it has on
   * this frame. `ownMap`: the class has a map of its own, which is averaged.
   */
  readonly kind: 'exact' | 'forThisFrame' | 'ownMap';
};

/** The nodes that a class map is computed from: the last maps, and all behind their global average pooling. */
export type ClassifierHead = { readonly maps: Node; readonly behind: readonly Node[] };

/** The head of a classifier that ends with global average pooling; undefined for others, as AlexNet and VGG-16. */
export function classifierHead(graph: Graph): ClassifierHead | undefined {
  const behind: Node[] = [];
  for (let node = graph.output; node.op.kind !== 'globalAveragePool'; node = inputOf(node)) {
    if (!isPassed(node)) return undefined;
    behind.unshift(node);
  }
  const pool = behind[0] === undefined ? graph.output : inputOf(behind[0]);
  return { maps: inputOf(pool), behind };
}

/** Whether a vector's entry behind it is a weighted sum of those before, at least for one frame. */
function isPassed({ op, shape }: Node): boolean {
  if (shape.height * shape.width !== 1) return false;
  if (op.kind === 'activation') return activated(op.function, 0) === 0;
  return op.kind === 'fullyConnected' || op.kind === 'conv' || op.kind === 'flatten' || op.kind === 'dropout';
}

/**
 * Takes the logit of one class apart into what each place of the last maps adds, exactly for this frame.
 * @param head of the graph with batch norm folded
 * @param values of the nodes of the head for one frame: `maps`, and the input of every activation in `behind`
 * @param weights of every weight layer in `behind`
 */
export function classMapOf(
  head: ClassifierHead,
  values: ReadonlyMap<string, MapValues>,
  weights: ReadonlyMap<string, LayerWeights>,
  output: number,
): ClassMap {
  let factors: Float64Array | null = null;
  let bias = 0;
  let kind: ClassMap['kind'] = 'ownMap';
  for (const node of [...head.behind].reverse()) {
    if (node.op.kind === 'flatten' || node.op.kind === 'dropout') continue;
    factors ??= oneHot(node.shape.channels, output);
    if (node.op.kind === 'activation') {
      const read = valueAt(values, inputOf(node).id).values;
      const { function: name } = node.op;
      factors = factors.map((factor, at) => factor * slopeThroughZero(name, read[at] ?? 0));
      kind = 'forThisFrame';
    } else {
      const layer = valueAt(weights, node.id);
      bias += factors.reduce((sum, factor, at) => sum + factor * (layer.bias?.data[at] ?? 0), 0);
      factors = timesMatrix(factors, layer, inputOf(node).shape.channels);
      if (kind === 'ownMap') kind = 'exact';
    }
  }
  const map = valueAt(values, head.maps.id);
  const [height, width, channels] = map.shape;
  const perChannel = factors ?? oneHot(channels, output);
  const cells = Float64Array.from({ length: height * width }, (_, cell) =>
    perChannel.reduce((sum, factor, at) => sum + factor * (map.values[cell * channels + at] ?? 0), 0),
  );
  return { height, width, values: cells.map((value) => value / (height * width)), bias, kind };
}

/** f(x) / x, the factor that an activation multiplies this value by; 0 at 0, where it adds nothing. */
function slopeThroughZero(name: Parameters<typeof activated>[0], x: number): number {
  return x === 0 ? 0 : activated(name, x) / x;
}

function oneHot(length: number, at: number): Float64Array {
  const vector = new Float64Array(length);
  vector[at] = 1;
  return vector;
}

/** A row vector times the weights of a fully connected layer or a 1 x 1 convolution. */
function timesMatrix(factors: Float64Array, { weight }: LayerWeights, inChannels: number): Float64Array {
  const product = new Float64Array(inChannels);
  for (const [row, factor] of factors.entries()) {
    if (factor === 0) continue;
    for (let column = 0; column < inChannels; column += 1) {
      product[column] = (product[column] ?? 0) + factor * (weight?.data[row * inChannels + column] ?? 0);
    }
  }
  return product;
}
