import { dropout, fullyConnected, globalAveragePool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { kerasEpsilon } from '../blocks/separableConv';
import { xceptionDownModule, xceptionExitModule, xceptionMiddleModule } from '../blocks/xceptionModule';
import { makeDivisible } from '../rounding';
import { classesOption, defineModel, hiddenOption, paddingOption, resolutionOption, widthOption } from './model';

/** https://arxiv.org/abs/1610.02357, figure 5, entry flow. */
const entryChannels = [128, 256, 728] as const;

/**
 * Inception's hypothesis taken to its end: channels and space are completely decoupled, with as many params as Inception
 * V3. Follows Keras. `width` and `middle` (repeats of the middle flow) are our additions, to make it smaller.
 */
export const xception = defineModel({
  id: 'xception',
  name: 'Xception',
  year: 2016,
  paper: {
    title: 'Xception: Deep Learning with Depthwise Separable Convolutions',
    url: 'https://arxiv.org/abs/1610.02357',
  },
  role: 'light',
  follows: 'tensorflow',
  pixels: { pytorch: 'centred' },
  options: {
    width: widthOption,
    middle: { kind: 'integer', role: 'structure', default: 8, minimum: 0, maximum: 16 },
    resolution: resolutionOption(299, 48),
    classes: classesOption,
    hidden: hiddenOption,
    padding: paddingOption('same'),
  },
  logits: (image, { width, middle, classes }) => {
    const scaled = (channels: number): number => (width === 1 ? channels : makeDivisible(channels * width));
    const stem = { kernel: 3, padding: 'valid', activation: 'relu', epsilon: kerasEpsilon } as const;
    let flow = convNorm('stem.conv1', image, { ...stem, outChannels: scaled(32), stride: 2 });
    flow = convNorm('stem.conv2', flow, { ...stem, outChannels: scaled(64) });
    for (const [index, channels] of entryChannels.entries()) {
      const outChannels = scaled(channels);
      flow = xceptionDownModule(`entry.module${String(index + 1)}`, flow, {
        middleChannels: outChannels,
        outChannels,
        leadingActivation: index > 0,
      });
    }
    for (let module = 1; module <= middle; module += 1)
      flow = xceptionMiddleModule(`middle.module${String(module)}`, flow);
    const exit = { middleChannels: scaled(728), outChannels: scaled(1024), leadingActivation: true };
    flow = xceptionDownModule('exit.module1', flow, exit);
    flow = xceptionExitModule('exit.module2', flow, { channels: [scaled(1536), scaled(2048)] });
    return fullyConnected('classifier', dropout('dropout', globalAveragePool('pool', flow), 0.5), classes);
  },
});
