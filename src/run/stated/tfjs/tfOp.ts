import { lazyTensor } from '../../formats/bytes/namedTensor';
import type { TfNode } from '../../formats/tfjs/tfGraph';
import type { StoredTensor } from '../../weights/stateDict';
import { statedNode } from '../statedNode';
import type { StatedNode, StatedOp } from '../statedGraph';
import { UnstatedNetwork } from '../unstatedNetwork';
import { numbersOf, shortValues, type TfInputs } from './tfInputs';
import { windowOf } from './tfWindow';
import { tfWeightLayer } from './tfWeightLayer';

/** A node of TensorFlow in the words of stated graphs; an unknown op under its name. */
export function tfOp(node: TfNode, read: TfInputs): StatedNode {
  const { name, op, attributes } = node;
  const { from, maps, constants } = read;
  const as = (stated: StatedOp, inputs: readonly StatedNode[] = [from]) => statedNode(name, stated, inputs);
  const unknown = (what = op) => as({ kind: 'unknown', what }, maps);
  if (attributes.get('data_format') === 'NCHW') throw new UnstatedNetwork(name, 'maps with the channels first (NCHW)');
  switch (op) {
    case 'Conv2D':
    case '_FusedConv2D':
    case 'DepthwiseConv2dNative':
    case 'FusedDepthwiseConv2dNative':
    case 'MatMul':
    case '_FusedMatMul':
      return tfWeightLayer(node, read);
    case 'FusedBatchNorm':
    case 'FusedBatchNormV2':
    case 'FusedBatchNormV3':
      return batchNorm(node, read);
    case 'Relu':
    case 'Relu6':
    case 'Sigmoid':
      return as({ kind: 'activation', function: op.toLowerCase() });
    case 'Softmax':
      return as({ kind: 'softmax' });
    case 'Pad':
    case 'PadV2':
      return padded(node, read);
    case 'MaxPool':
    case 'AvgPool': {
      const [, height = 1, width = 1] = numbersOf(attributes.get('ksize'));
      const pool = { kernel: [height, width], isCeil: false, ...windowOf(node) } as const;
      return as(
        op === 'MaxPool' ? { kind: 'maxPool', ...pool } : { kind: 'averagePool', countsPadding: false, ...pool },
      );
    }
    case 'Mean': {
      const axes = shortValues(constants[0]).map((axis) => (axis < 0 ? axis + 4 : axis));
      return axes.join() === '1,2' ? as({ kind: 'globalAveragePool' }) : unknown('Mean along other axes');
    }
    case 'Reshape':
    case 'Squeeze':
      return reshaped(node, read);
    case 'ConcatV2': {
      const [axis] = shortValues(constants.at(-1));
      return axis === 3 || axis === -1 ? as({ kind: 'concat' }, maps) : unknown();
    }
    default:
      return arithmetic(node, read);
  }
}

function batchNorm({ name, attributes }: TfNode, { from, constants }: TfInputs): StatedNode {
  const [weight, bias, mean, variance] = constants;
  if (mean === undefined || variance === undefined)
    throw new UnstatedNetwork(name, 'batch norm without its statistics');
  const epsilon = attributes.get('epsilon');
  const norm = {
    ...(weight && { weight }),
    ...(bias && { bias }),
    mean,
    variance,
    epsilon: typeof epsilon === 'number' ? epsilon : 1e-4,
  };
  return statedNode(name, { kind: 'batchNorm', norm }, [from]);
}

/** Before and after each of four axes; batch and channels are not padded. */
function padded({ name, op }: TfNode, { from, constants }: TfInputs): StatedNode {
  const [batch, , top = 0, bottom = 0, left = 0, right = 0, first, last] = shortValues(constants[0]);
  const value = op === 'PadV2' ? (shortValues(constants[1])[0] ?? 0) : 0;
  if (batch !== 0 || first !== 0 || last !== 0) {
    return statedNode(name, { kind: 'unknown', what: 'a padding of channels' }, [from]);
  }
  return statedNode(name, { kind: 'pad', value, padding: { top, bottom, left, right } }, [from]);
}

/** A vector under another shape is the same vector; a map as one row is flattened. */
function reshaped({ name, op }: TfNode, { from, constants }: TfInputs): StatedNode {
  const { height, width } = from.shape;
  if (height === 1 && width === 1) return from;
  if (op === 'Reshape' && shortValues(constants[0]).length === 2) {
    return statedNode(name, { kind: 'flatten', order: 'channelsLast' }, [from]);
  }
  return statedNode(name, { kind: 'unknown', what: op }, [from]);
}

/** Sums, products and quotients, of maps or with a constant. */
function arithmetic({ name, op }: TfNode, { from, maps, constants, isFlipped }: TfInputs): StatedNode {
  const [constant] = constants;
  if (constant === undefined) {
    const isSum = op === 'Add' || op === 'AddV2' || op === 'AddN';
    if (isSum || op === 'Mul') return statedNode(name, { kind: isSum ? 'add' : 'multiply' }, maps);
    return statedNode(name, { kind: 'unknown', what: op }, maps);
  }
  const affine = (parts: { readonly scale?: StoredTensor; readonly shift?: StoredTensor }) =>
    statedNode(name, { kind: 'affine', ...parts }, [from]);
  switch (isFlipped && (op === 'Sub' || op === 'RealDiv') ? 'unknown' : op) {
    case 'Add':
    case 'AddV2':
    case 'BiasAdd':
      return affine({ shift: perChannel(constant, (value) => value) });
    case 'Mul':
      return affine({ scale: perChannel(constant, (value) => value) });
    case 'Sub':
      return affine({ shift: perChannel(constant, (value) => -value) });
    case 'RealDiv':
      return affine({ scale: perChannel(constant, (value) => 1 / value) });
    default:
      return statedNode(name, { kind: 'unknown', what: op }, maps);
  }
}

/** A constant of any shape with one axis longer than 1, which is that of the channels, as one number or a list. */
function perChannel(constant: StoredTensor, of: (value: number) => number): StoredTensor {
  const count = constant.shape.reduce((product, size) => product * size, 1);
  if (count > 1 && constant.shape.at(-1) !== count) {
    throw new UnstatedNetwork(constant.name, 'a constant that is no number for each channel');
  }
  return lazyTensor(constant.name, count === 1 ? [] : [count], () => constant.data.map(of));
}
