import { dropout, fullyConnected, globalAveragePool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { depthwiseSeparable } from '../blocks/depthwiseSeparable';
import { kerasEpsilon } from '../blocks/separableConv';
import {
  classesOption,
  defineModel,
  hiddenOption,
  paddingOption,
  reluOption,
  resolutionOption,
  widthOption,
} from './model';

/** https://arxiv.org/abs/1704.04861, Table 1: output channels and stride of the thirteen depthwise separable blocks. */
const rows = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

/**
 * One idea thirteen times: depthwise plus pointwise instead of a standard convolution; width and resolution scale the cost.
 * Follows Keras (channels are truncated to whole numbers, not rounded to multiples of 8).
 */
export const mobileNetV1 = defineModel({
  id: 'mobilenet-v1',
  name: 'MobileNet V1',
  year: 2017,
  paper: {
    title: 'MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications',
    url: 'https://arxiv.org/abs/1704.04861',
  },
  role: 'light',
  follows: 'tensorflow',
  pixels: { pytorch: 'centred' },
  options: {
    width: widthOption,
    resolution: resolutionOption(),
    classes: classesOption,
    hidden: hiddenOption,
    padding: paddingOption('same'),
    activation: reluOption,
  },
  logits: (image, { width, activation, classes }) => {
    const scaled = (channels: number): number => Math.floor(channels * width);
    const stem = {
      outChannels: scaled(32),
      kernel: 3,
      stride: 2,
      padding: 'same',
      activation,
      epsilon: kerasEpsilon,
    } as const;
    let flow = convNorm('stem', image, stem);
    for (const [index, [outChannels, stride]] of rows.entries()) {
      const block = { outChannels: scaled(outChannels), stride, activation };
      flow = depthwiseSeparable(`block${String(index + 1)}`, flow, block);
    }
    return fullyConnected('classifier', dropout('dropout', globalAveragePool('pool', flow), 0.001), classes);
  },
});
