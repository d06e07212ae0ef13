import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import { convFlavour } from '../../../nets/op';
import styles from './opTone.module.css';

/** The colour family of a node: `--op-TONE`, `--op-TONE-soft` and `--op-TONE-ink` of the design tokens. */
export type OpTone =
  | 'standard'
  | 'pointwise'
  | 'depthwise'
  | 'grouped'
  | 'pool'
  | 'activation'
  | 'add'
  | 'concat'
  | 'shuffle'
  | 'squeezeExcite';

/** The family that a node is drawn in. */
export function opTone(node: Node): OpTone {
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

/** The class that sets the family's colours for a drawing: `--mark` for lines, `--soft` for surfaces, `--on` for words. */
export function toneClass(tone: OpTone): string {
  return styles[tone] ?? '';
}
