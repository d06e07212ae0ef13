import { dropout, fullyConnected, globalAveragePool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { invertedResidual } from '../blocks/invertedResidual';
import { kerasEpsilon } from '../blocks/separableConv';
import { classesOption, defineModel, hiddenOption, paddingOption, resolutionOption } from './model';

/** https://arxiv.org/abs/1905.11946, Table 1, without squeeze-and-excite. */
const rows = [
  { kernel: 3, expansion: 1, channels: 16, repeats: 1, stride: 1 },
  { kernel: 3, expansion: 6, channels: 24, repeats: 2, stride: 2 },
  { kernel: 5, expansion: 6, channels: 40, repeats: 2, stride: 2 },
  { kernel: 3, expansion: 6, channels: 80, repeats: 3, stride: 2 },
  { kernel: 5, expansion: 6, channels: 112, repeats: 3, stride: 1 },
  { kernel: 5, expansion: 6, channels: 192, repeats: 4, stride: 2 },
  { kernel: 3, expansion: 6, channels: 320, repeats: 1, stride: 1 },
] as const;

/**
 * The successor: MobileNet V2's inverted residual, arranged by EfficientNet's search and stripped for small devices (no
 * squeeze-and-excite, ReLU6 instead of swish). Follows the official TensorFlow release, with its SAME padding.
 */
export const efficientNetLite0 = defineModel({
  id: 'efficientnet-lite0',
  name: 'EfficientNet-Lite0',
  year: 2020,
  paper: {
    title: 'EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks',
    url: 'https://arxiv.org/abs/1905.11946',
  },
  role: 'light',
  follows: 'tensorflow',
  pixels: { official: 'aroundMiddle' },
  options: {
    resolution: resolutionOption(),
    classes: classesOption,
    hidden: hiddenOption,
    padding: paddingOption('same'),
  },
  logits: (image, { classes }) => {
    const shared = { padding: 'same', activation: 'relu6', epsilon: kerasEpsilon } as const;
    let flow = convNorm('stem', image, { ...shared, outChannels: 32, kernel: 3, stride: 2 });
    for (const [index, { kernel, expansion, channels, repeats, stride }] of rows.entries()) {
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        flow = invertedResidual(`stage${String(index + 1)}.block${String(repeat)}`, flow, {
          ...shared,
          kernel,
          expandedChannels: flow.shape.channels * expansion,
          outChannels: channels,
          stride: repeat === 1 ? stride : 1,
        });
      }
    }
    const head = convNorm('head', flow, { ...shared, outChannels: 1280, kernel: 1 });
    return fullyConnected('classifier', dropout('dropout', globalAveragePool('pool', head), 0.2), classes);
  },
});
