import { fire } from '../blocks/fire';
import { input } from '../build';
import { convRelu } from '../blocks/convNorm';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/**
 * A Fire module with all widths free, compared with the single 3x3 convolution of the same output. The defaults are
 * SqueezeNet 1.0's fire2. arXiv:1602.07360, section 3.2 and Table 1.
 */
export const fireModule = defineExplorable({
  id: 'fire',
  knobs: {
    inChannels: { kind: 'number', default: 96, values: [16, 32, 48, ...steps(64, 512, 32)] },
    squeeze: { kind: 'number', default: 16, values: [4, ...steps(8, 256, 8)] },
    expand1x1: { kind: 'number', default: 64, values: [8, ...steps(16, 256, 16)] },
    expand3x3: { kind: 'number', default: 64, values: [8, ...steps(16, 256, 16)] },
    resolution: { kind: 'number', default: 55, values: [13, 27, 55, 111] },
    bypass: { kind: 'choice', default: 'none', values: ['none', 'around'] },
  },
  block: ({ inChannels, squeeze, expand1x1, expand3x3, resolution, bypass }) => {
    const map = input({ height: resolution, width: resolution, channels: inChannels });
    const around = inChannels === expand1x1 + expand3x3 ? 'identity' : 'conv';
    return fire('fire', map, { squeeze, expand1x1, expand3x3, bypass: bypass === 'none' ? 'none' : around });
  },
  replaced: ({ inChannels, expand1x1, expand3x3, resolution }) =>
    convRelu('standard', input({ height: resolution, width: resolution, channels: inChannels }), {
      outChannels: expand1x1 + expand3x3,
      kernel: 3,
    }),
});
