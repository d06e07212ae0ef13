import { fullyConnected, globalAveragePool, maxPool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { shuffleDownUnitV2, shuffleUnitV2 } from '../blocks/shuffleUnitV2';
import { classesOption, defineModel, resolutionOption } from './model';

/** https://arxiv.org/abs/1807.11164, Table 5: channels of stages 2 to 4 and of Conv5, by width. */
const channels = {
  0.5: [48, 96, 192, 1024],
  1: [116, 232, 464, 1024],
  1.5: [176, 352, 704, 1024],
  2: [244, 488, 976, 2048],
} as const;

/** Units of stages 2, 3 and 4; the first of each halves the map. */
const stageUnits = [4, 8, 4] as const;

/**
 * Designed for measured speed by four guidelines: equal widths, no groups, few fragments, few element-wise ops. Follows
 * torchvision. `implementation: megvii` is the official release: its downsampling units keep the input channels on the
 * shortcut, which gives the paper's multiply-adds; its basic units take every other channel where torchvision's shuffle
 * and halve; its classifier has no bias.
 */
export const shuffleNetV2 = defineModel({
  id: 'shufflenet-v2',
  name: 'ShuffleNet V2',
  year: 2018,
  paper: {
    title: 'ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design',
    url: 'https://arxiv.org/abs/1807.11164',
  },
  role: 'light',
  options: {
    width: { kind: 'number', role: 'width', default: 1, values: [0.5, 1, 1.5, 2] },
    implementation: { kind: 'choice', role: 'release', default: 'torchvision', values: ['torchvision', 'megvii'] },
    resolution: resolutionOption(),
    classes: classesOption,
  },
  logits: (image, { width, implementation, classes }) => {
    const [stage2, stage3, stage4, conv5] = channels[width];
    const stem = convNorm('stem', image, { outChannels: 24, kernel: 3, stride: 2, activation: 'relu' });
    let flow = maxPool('stem.pool', stem, { kernel: 3, stride: 2, padding: 'symmetric' });
    for (const [index, outChannels] of [stage2, stage3, stage4].entries()) {
      const stage = `stage${String(index + 2)}`;
      flow = shuffleDownUnitV2(`${stage}.unit1`, flow, { outChannels, implementation });
      for (let unit = 2; unit <= (stageUnits[index] ?? 0); unit += 1)
        flow = shuffleUnitV2(`${stage}.unit${String(unit)}`, flow, implementation);
    }
    const last = convNorm('conv5', flow, { outChannels: conv5, kernel: 1, activation: 'relu' });
    return fullyConnected('classifier', globalAveragePool('pool', last), classes, implementation === 'torchvision');
  },
});
