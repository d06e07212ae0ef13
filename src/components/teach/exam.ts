import { msg } from '@lingui/core/macro';
import type { Words } from '../../course/words';
import { conv, input } from '../../nets/build';
import { groupedStack } from '../../nets/explorables/groupedStack';
import { mirroredResidual } from '../../nets/explorables/mirroredResidual';
import { shortenedTail } from '../../nets/explorables/shortenedTail';
import { splitConvolution } from '../../nets/explorables/splitConvolution';
import { graphOf, type Graph } from '../../nets/graph';
import { alexNet } from '../../nets/models/alexNet';
import { builtGraph } from '../../nets/models/model';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { elementCount } from '../../nets/op';
import { contributorsOf } from '../../nets/readings/contributors';
import { costOf, type Cost } from '../../nets/readings/cost';
import { shuffledPositions } from '../../viz/chapters/shuffleDrawing';

export type ExamQuestion = {
  readonly id: string;
  readonly points: number;
  readonly question: Words;
  /** Its numbers are read from the graphs. */
  readonly answer: Words;
};

/** A 3x3 from 64 to 128 channels with stride 2 on a 56x56 map. */
export function layerOfQuestion1(): Cost {
  const map = input({ height: 56, width: 56, channels: 64 });
  return costOf(graphOf(conv('layer', map, { outChannels: 128, kernel: 3, stride: 2 })));
}

/** Multiply-adds of the split convolution for each of the standard one, at 128 channels and 3x3. */
export function splitRatio(): number {
  const { block, replaced = block } = splitConvolution.at({ inChannels: 128, outChannels: 128, kernel: 3 });
  return costOf(block).macs / costOf(replaced).macs;
}

/** Shares of AlexNet's fully connected layers, and both networks. */
export function alexNetAndSqueezeNet() {
  const [alex, squeeze] = [costOf(builtGraph(alexNet)), costOf(builtGraph(squeezeNet))];
  const dense = alex.layers.filter(({ node }) => node.op.kind === 'fullyConnected');
  const sum = (figure: 'params' | 'macs') => dense.reduce((total, layer) => total + layer[figure], 0);
  return {
    paramsShare: sum('params') / alex.params,
    macsShare: sum('macs') / alex.macs,
    fewerParams: alex.params / squeeze.params,
    macsRatio: squeeze.macs / alex.macs,
  };
}

const shuffle = { groups: 4, channelsPerGroup: 3 } as const;

/** The channels in their order after the shuffle, and how many inputs reach an output after one unit. */
export function shuffleOfQuestion4() {
  const positions = shuffledPositions(shuffle);
  const order = positions.map((_, place) => positions.indexOf(place));
  const stack = groupedStack({ ...shuffle, units: 1, shuffled: true });
  return { order, reached: contributorsOf(stack, 0).get(stack.input.id)?.size ?? 0 };
}

/** Weights, multiply-adds and the shortcut's elements of both blocks of question 5. */
export function blocksOfQuestion5() {
  const at = { inChannels: 32, expansion: 6, outChannels: 32, stride: 1, resolution: 28 };
  const { block, replaced = block } = mirroredResidual.at(at);
  const counted = (graph: Graph) => {
    const { layers, macs } = costOf(graph);
    const weights = layers.reduce((total, layer) => total + layer.weights, 0);
    return { weights, macs, shortcut: elementCount(graph.input.shape) };
  };
  return { inverted: counted(block), residual: counted(replaced) };
}

/** What V3's redesigned tail saves in multiply-adds and costs in params. */
export function tailOfQuestion8() {
  const { block, replaced = block } = shortenedTail.at({});
  const [after, before] = [costOf(block), costOf(replaced)];
  return { savedMacs: before.macs - after.macs, moreParams: after.params - before.params };
}

/** 40 points in 45 minutes, with a calculator. */
export const exam: readonly ExamQuestion[] = [
  {
    id: 'layer',
    points: 4,
    question: msg`A 3×3 convolution from 64 to 128 channels with stride 2 and no bias reads a 56×56 map. Count its params, multiply-adds and memory access.`,
    answer: ({ exact }) => {
      const { params, macs, memoryAccess } = layerOfQuestion1();
      const [a, b, c] = [exact(params), exact(macs), exact(memoryAccess)];
      return msg`${a} params (1), ${b} multiply-adds (2; 1 if counted on the input map), ${c} elements (1).`;
    },
  },
  {
    id: 'split',
    points: 5,
    question: msg`Derive by what factor a split convolution’s multiply-adds are those of a standard one. Evaluate it for N = 128 and k = 3, and name a case in which it exceeds 1.`,
    answer: ({ fixed }) => {
      const ratio = fixed(splitRatio(), 3);
      return msg`1/N + 1/k² (3); ${ratio} (1); k = 1 or N = 1 (1).`;
    },
  },
  {
    id: 'fifty',
    points: 5,
    question: msg`SqueezeNet has nearly 50 times fewer params than AlexNet. Why not as many fewer multiply-adds? Name the fully connected layers’ share of both.`,
    answer: ({ percent, fixed }) => {
      const { paramsShare, macsShare, fewerParams, macsRatio } = alexNetAndSqueezeNet();
      const [a, b, c, d] = [percent(paramsShare), percent(macsShare), fixed(fewerParams, 1), percent(macsRatio - 1, 0)];
      return msg`The fully connected layers hold ${a} of AlexNet’s params and ${b} of its multiply-adds (2). Each of their weights is used once, a convolution’s at every pixel (2). SqueezeNet has ${c}× fewer params and ${d} more multiply-adds (1).`;
    },
  },
  {
    id: 'shuffle',
    points: 5,
    question: msg`Four groups of three channels are shuffled. Write the order afterwards, counted from 0. How many of the 12 inputs reach an output after one unit?`,
    answer: ({ exact }) => {
      const { order, reached } = shuffleOfQuestion4();
      const [text, count] = [order.join(' '), exact(reached)];
      return msg`${text} (3); ${count}: three channels, from three groups of three (2).`;
    },
  },
  {
    id: 'blocks',
    points: 6,
    question: msg`An inverted residual has 32 channels at both ends, expansion 6 and a 28×28 map. Count its weights, its multiply-adds and the elements that its shortcut carries. Then the same for the residual of the same widths, 192 to 32 to 192, with a standard 3×3.`,
    answer: ({ exact }) => {
      const { inverted, residual } = blocksOfQuestion5();
      const [a, b, c] = [exact(inverted.weights), exact(inverted.macs), exact(inverted.shortcut)];
      const [d, e, f] = [exact(residual.weights), exact(residual.macs), exact(residual.shortcut)];
      return msg`Inverted: ${a} weights, ${b} multiply-adds, ${c} elements (3). Residual: ${d} weights, ${e} multiply-adds, ${f} elements (3).`;
    },
  },
  {
    id: 'bound',
    points: 5,
    question: msg`Show that a 1×1 convolution of B multiply-adds on an h×w map moves at least 2√(hwB) + B/hw elements. When is it equal? Name two assumptions.`,
    answer: msg`It moves hw(c₁ + c₂) + c₁c₂ elements, and c₁c₂ = B/hw is fixed; c₁ + c₂ ≥ 2√(c₁c₂) (3). Equal for c₁ = c₂ (1). Two of: fixed multiply-adds, a cache that holds all, 1×1 without groups (1).`,
  },
  {
    id: 'causes',
    points: 5,
    question: msg`Two networks have 146 M and 149 M multiply-adds. On a GPU the second is faster, on ARM the first. Give three causes, each with its guideline, and say how to test it.`,
    answer: msg`Of unequal widths (G1), many groups (G2), fragments (G3) and element-wise ops (G4), any three, each with what changes when only that is varied at equal multiply-adds: one and a half points each. Half a point for a fair test: same device, same size, repeated, spread reported.`,
  },
  {
    id: 'tail',
    points: 5,
    question: ({ exact }) => {
      const { savedMacs, moreParams } = tailOfQuestion8();
      const [a, b] = [exact(savedMacs), exact(moreParams)];
      return msg`MobileNet V3’s new tail has ${a} fewer multiply-adds than the old one and ${b} more params. Explain both.`;
    },
    answer: msg`The last 1×1 moved after the pooling, to one place instead of 49 (2). The projection and the depthwise before it are not needed any more (1). One wide 1×1 with biases, from 960 to 1280 channels, replaces smaller layers (2).`,
  },
];
