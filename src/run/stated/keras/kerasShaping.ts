import { itemsIn, numberIn, numbersIn, textIn } from '../../formats/bytes/jsonFields';
import type { KerasOperator } from '../../formats/keras/kerasModel';
import { statedNode } from '../statedNode';
import type { StatedNode, StatedOp } from '../statedGraph';
import { activationAfter, reluName } from './kerasActivation';
import type { KerasCall } from './kerasCall';
import { pairOf, windowOf } from './kerasWeightLayer';

/** Layers that pass their input on when nothing is trained. */
const identities: ReadonlySet<string> = new Set([
  ...['Dropout', 'SpatialDropout2D', 'GaussianNoise', 'GaussianDropout', 'AlphaDropout', 'ActivityRegularization'],
  ...['RandomFlip', 'RandomRotation', 'RandomZoom', 'RandomTranslation', 'RandomContrast', 'RandomBrightness'],
  ...['RandomShear', 'RandomHue', 'RandomSaturation', 'RandomColorJitter', 'RandomErasing', 'RandomGrayscale'],
  ...['RandomHeight', 'RandomWidth', 'Identity', 'Masking', 'Cast', 'StopGradient'],
]);

/** A layer without weights that is no arithmetic; undefined for any other. */
export function kerasShaping(operator: KerasOperator, from: StatedNode, call: KerasCall): StatedNode | undefined {
  const { name, kind, config } = operator;
  const as = (op: StatedOp, inputs: readonly StatedNode[] = [from]) => statedNode(name, op, inputs);
  if (identities.has(kind)) return from;
  switch (kind) {
    case 'Activation':
      return activationAfter(from, operator, config.get('activation'), call);
    case 'ReLU':
      return as({ kind: 'activation', function: reluName(config) });
    case 'Softmax':
      return as({ kind: 'softmax' });
    case 'ZeroPadding2D':
      return zeroPadding(operator, from);
    case 'MaxPooling2D':
    case 'MaxPool2D':
      return as({ kind: 'maxPool', isCeil: false, ...pooling(operator) });
    case 'AveragePooling2D':
    case 'AvgPool2D':
      return as({ kind: 'averagePool', isCeil: false, countsPadding: false, ...pooling(operator) });
    case 'GlobalAveragePooling2D':
    case 'GlobalAvgPool2D':
      return as({ kind: 'globalAveragePool' });
    case 'Flatten':
      return as({ kind: 'flatten', order: 'channelsLast' });
    case 'Reshape':
      return reshape(operator, from);
    case 'Concatenate': {
      const axis = numberIn(config.get('axis')) ?? -1;
      const isOfChannels = axis === -1 || axis === 3;
      return isOfChannels
        ? as({ kind: 'concat' }, call.inputs)
        : as({ kind: 'unknown', what: `Concatenate along axis ${axis}` }, call.inputs);
    }
    case 'Merge':
      return textIn(config.get('mode')) === 'sum' ? as({ kind: 'add' }, call.inputs) : undefined;
    default:
      return undefined;
  }
}

function pooling(operator: KerasOperator) {
  const kernel = pairOf(operator.config.get('pool_size')) ?? ([2, 2] as const);
  return { kernel, ...windowOf(operator, kernel) };
}

/** One number, two, or two pairs: [[top, bottom], [left, right]]. */
function zeroPadding({ name, config }: KerasOperator, from: StatedNode): StatedNode {
  const written = config.get('padding');
  const [rows, columns] = itemsIn(written).length === 2 ? itemsIn(written) : [written, written];
  const [top, bottom] = pairOf(rows) ?? [1, 1];
  const [left, right] = pairOf(columns) ?? [1, 1];
  return statedNode(name, { kind: 'pad', value: 0, padding: { top, bottom, left, right } }, [from]);
}

/** A vector under another shape is the same vector, and a map as one row is flattened. */
function reshape({ name, config }: KerasOperator, from: StatedNode): StatedNode {
  const target = numbersIn(config.get('target_shape')) ?? [];
  const { height, width } = from.shape;
  const large = target.filter((size) => size !== 1);
  if (large.length <= 1 && height === 1 && width === 1) return from;
  if (target.length === 1) return statedNode(name, { kind: 'flatten', order: 'channelsLast' }, [from]);
  return statedNode(name, { kind: 'unknown', what: `Reshape to ${target.join(' x ')}` }, [from]);
}
