import { fullyConnected, globalAveragePool, maxPool } from '../build';
import { convNorm } from '../blocks/convNorm';
import { shuffleUnitV1 } from '../blocks/shuffleUnitV1';
import { nearestMultiple } from '../rounding';
import { classesOption, defineModel, resolutionOption } from './model';

/** https://arxiv.org/abs/1707.01083, Table 1: output channels of stage 2 by groups; stages 3 and 4 double it twice. */
const stage2Channels = { 1: 144, 2: 200, 3: 240, 4: 272, 8: 384 } as const;

/** Units of stages 2, 3 and 4; the first of each halves the map. */
const stageUnits = [4, 8, 4] as const;

/**
 * Grouped 1x1 convolutions made useful by a channel shuffle. First convolution: 24 channels, scaled below width 1, kept at
 * 1.5x, 48 at 2x. Channels that do not divide into the groups are rounded to the nearest multiple that does.
 * `implementation: megvii` is the official release, which shuffles in the other direction (just as good, but its weights
 * need it) and has no bias in the classifier.
 */
export const shuffleNetV1 = defineModel({
  id: 'shufflenet-v1',
  name: 'ShuffleNet V1',
  year: 2017,
  paper: {
    title: 'ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices',
    url: 'https://arxiv.org/abs/1707.01083',
  },
  role: 'light',
  options: {
    groups: { kind: 'number', role: 'structure', default: 3, values: [1, 2, 3, 4, 8] },
    width: { kind: 'number', role: 'width', default: 1, values: [0.25, 0.5, 0.75, 1, 1.5, 2] },
    implementation: { kind: 'choice', role: 'release', default: 'paper', values: ['paper', 'megvii'] },
    resolution: resolutionOption(),
    classes: classesOption,
  },
  logits: (image, { groups, width, implementation, classes }) => {
    const stemChannels = nearestMultiple(width === 2 ? 48 : 24 * Math.min(width, 1), groups);
    const stem = convNorm('stem', image, { outChannels: stemChannels, kernel: 3, stride: 2, activation: 'relu' });
    let flow = maxPool('stem.pool', stem, { kernel: 3, stride: 2, padding: 'symmetric' });
    for (const [index, units] of stageUnits.entries()) {
      const outChannels = nearestMultiple(stage2Channels[groups] * width * 2 ** index, 4 * groups);
      for (let unit = 1; unit <= units; unit += 1) {
        const firstGroups = index === 0 && unit === 1 ? 1 : groups;
        const stride = unit === 1 ? 2 : 1;
        flow = shuffleUnitV1(`stage${String(index + 2)}.unit${String(unit)}`, flow, {
          outChannels,
          groups,
          stride,
          firstGroups,
          implementation,
        });
      }
    }
    return fullyConnected('classifier', globalAveragePool('pool', flow), classes, implementation === 'paper');
  },
});
