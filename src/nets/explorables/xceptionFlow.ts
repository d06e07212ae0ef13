import { xceptionDownModule, xceptionExitModule, xceptionMiddleModule } from '../blocks/xceptionModule';
import { input } from '../build';
import type { Node } from '../graph';
import { graphOf } from '../graph';
import { nearestMultiple } from '../rounding';
import { defineExplorable } from './explorable';
import { withStandardConvolutions } from './withStandardConvolutions';

/**
 * A module of Xception's entry, middle or exit flow at its size in the network, or narrower, compared with the same module
 * with standard convolutions. arXiv:1610.02357, figure 5.
 */
export const xceptionFlow = defineExplorable({
  id: 'flow',
  knobs: {
    module: { kind: 'choice', default: 'middle', values: ['entry', 'middle', 'exit1', 'exit2'] },
    width: { kind: 'number', default: 1, values: [0.25, 0.5, 0.75, 1] },
  },
  block: flowModule,
  replaced: (values) => withStandardConvolutions(graphOf(flowModule(values))).output,
});

type FlowValues = { readonly module: 'entry' | 'middle' | 'exit1' | 'exit2'; readonly width: number };

function flowModule({ module, width }: FlowValues): Node {
  const scaled = (channels: number): number => (width === 1 ? channels : nearestMultiple(channels * width, 8));
  const map = (side: number, channels: number): Node =>
    input({ height: side, width: side, channels: scaled(channels) });
  switch (module) {
    case 'entry': {
      const options = { middleChannels: scaled(256), outChannels: scaled(256), leadingActivation: true };
      return xceptionDownModule('entry.module2', map(74, 128), options);
    }
    case 'middle':
      return xceptionMiddleModule('middle.module1', map(19, 728));
    case 'exit1': {
      const options = { middleChannels: scaled(728), outChannels: scaled(1024), leadingActivation: true };
      return xceptionDownModule('exit.module1', map(19, 728), options);
    }
    case 'exit2':
      return xceptionExitModule('exit.module2', map(10, 1024), { channels: [scaled(1536), scaled(2048)] });
  }
}
