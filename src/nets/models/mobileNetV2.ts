import { dropout, fullyConnected, globalAveragePool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { invertedResidual } from '../blocks/invertedResidual';
import { makeDivisible } from '../rounding';
import {
  classesOption,
  defineModel,
  hiddenOption,
  paddingOption,
  reluOption,
  resolutionOption,
  widthOption,
} from './model';

/** https://arxiv.org/abs/1801.04381, Table 2. */
const rows = [
  { expansion: 1, channels: 16, repeats: 1, stride: 1 },
  { expansion: 6, channels: 24, repeats: 2, stride: 2 },
  { expansion: 6, channels: 32, repeats: 3, stride: 2 },
  { expansion: 6, channels: 64, repeats: 4, stride: 2 },
  { expansion: 6, channels: 96, repeats: 3, stride: 1 },
  { expansion: 6, channels: 160, repeats: 3, stride: 2 },
  { expansion: 6, channels: 320, repeats: 1, stride: 1 },
] as const;

/**
 * Inverted residuals with linear bottlenecks: the shortcut joins the narrow ends. Follows torchvision: channels rounded to
 * multiples of 8, the last convolution never narrower than 1280.
 */
export const mobileNetV2 = defineModel({
  id: 'mobilenet-v2',
  name: 'MobileNet V2',
  year: 2018,
  paper: { title: 'MobileNetV2: Inverted Residuals and Linear Bottlenecks', url: 'https://arxiv.org/abs/1801.04381' },
  role: 'light',
  options: {
    width: widthOption,
    resolution: resolutionOption(),
    classes: classesOption,
    hidden: hiddenOption,
    padding: paddingOption('symmetric'),
    activation: reluOption,
  },
  logits: (image, { width, activation, classes }) => {
    let flow = convNorm('stem', image, {
      outChannels: makeDivisible(32 * width),
      kernel: 3,
      stride: 2,
      activation,
    });
    for (const [index, { expansion, channels, repeats, stride }] of rows.entries()) {
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        flow = invertedResidual(`stage${String(index + 1)}.block${String(repeat)}`, flow, {
          expandedChannels: flow.shape.channels * expansion,
          outChannels: makeDivisible(channels * width),
          stride: repeat === 1 ? stride : 1,
          activation,
        });
      }
    }
    const head = convNorm('head', flow, {
      outChannels: makeDivisible(1280 * Math.max(1, width)),
      kernel: 1,
      activation,
    });
    return fullyConnected('classifier', dropout('dropout', globalAveragePool('pool', head), 0.2), classes);
  },
});
