import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import { convFlavour } from '../../../nets/op';
import type { Tone } from '../../ui/tone';

/** The colour family that a node is drawn in. */
export function opTone(node: Node): Tone {
  switch (node.op.kind) {
    case 'conv': {
      const flavour = convFlavour(node.op, inputOf(node).shape.channels);
      return flavour === 'groupedPointwise' ? 'grouped' : flavour;
    }
    case 'fullyConnected':
      return 'standard';
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'input':
      return 'pool';
    case 'batchNorm':
    case 'activation':
    case 'dropout':
    case 'flatten':
      return 'activation';
    case 'add':
      return 'add';
    case 'scale':
      return 'squeezeExcite';
    case 'concat':
    case 'channelSlice':
      return 'concat';
    case 'channelShuffle':
      return 'shuffle';
  }
}
