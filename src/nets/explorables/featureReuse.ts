import { shuffleUnitV2 } from '../blocks/shuffleUnitV2';
import { input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/**
 * ShuffleNet V2's stride 1 units in a row, on few enough channels to follow each: how many pass untouched? arXiv:1807.11164, section 3, 'Discussion'. The widths halve as often as there are units.
 */
export const featureReuse = defineExplorable({
  id: 'reuse',
  knobs: {
    channels: { kind: 'number', default: 16, values: [8, 16, 32] },
    units: { kind: 'number', default: 3, values: (chosen) => steps(1, Math.log2(chosen('channels'))) },
  },
  block: ({ channels, units }) => {
    let flow = input({ height: 28, width: 28, channels });
    for (let index = 1; index <= units; index += 1) flow = shuffleUnitV2(`unit${String(index)}`, flow);
    return flow;
  },
});
