import { fromDepthwise, fromHwio, fromInOut } from '../axes';
import type { JsonValue } from '../../formats/bytes/json';
import { numberIn, numbersIn, textIn } from '../../formats/bytes/jsonFields';
import type { KerasOperator } from '../../formats/keras/kerasModel';
import type { StoredTensor } from '../../weights/stateDict';
import { statedNode } from '../statedNode';
import type { Pair, StatedNode, StatedPadding, StatedWindow } from '../statedGraph';
import { UnstatedNetwork } from '../unstatedNetwork';

/** A layer with weights, without its activation; undefined for any other. */
export function kerasWeightLayer(operator: KerasOperator, from: StatedNode): StatedNode | undefined {
  switch (operator.kind) {
    case 'Conv2D':
    case 'Convolution2D':
      return convolution(operator, from);
    case 'DepthwiseConv2D':
      return depthwise(operator, from);
    case 'SeparableConv2D':
    case 'SeparableConvolution2D':
      return separable(operator, from);
    case 'Dense':
      return dense(operator, from);
    case 'BatchNormalization':
    case 'BatchNormalizationV1':
    case 'SyncBatchNormalization':
      return batchNorm(operator, from);
    default:
      return undefined;
  }
}

function convolution(operator: KerasOperator, from: StatedNode): StatedNode {
  const [kernel, bias] = weightsOf(operator, ['kernel', ...biasOf(operator)]);
  const weight = fromHwio(withAxes(operator, kernel, 4));
  const groups = numberIn(operator.config.get('groups')) ?? 1;
  const op = { kind: 'conv', groups, weight, ...(bias && { bias }), ...windowOf(operator) } as const;
  return statedNode(operator.name, op, [from]);
}

function depthwise(operator: KerasOperator, from: StatedNode): StatedNode {
  const [kernel, bias] = weightsOf(operator, ['kernel', ...biasOf(operator)]);
  return depthwiseNode(operator, from, kernel, bias);
}

function depthwiseNode(
  operator: KerasOperator,
  from: StatedNode,
  kernel: StoredTensor | undefined,
  bias?: StoredTensor,
): StatedNode {
  const stored = withAxes(operator, kernel, 4);
  const [, , groups = 1] = stored.shape;
  const weight = fromDepthwise(stored);
  const op = { kind: 'conv', groups, weight, ...(bias && { bias }), ...windowOf(operator) } as const;
  return statedNode(operator.name, op, [from]);
}

/** Two convolutions with nothing between them. */
function separable(operator: KerasOperator, from: StatedNode): StatedNode {
  const [kernel, pointwise, bias] = weightsOf(operator, ['depthwise_kernel', 'pointwise_kernel', ...biasOf(operator)]);
  const inner = depthwiseNode(operator, from, kernel);
  const weight = fromHwio(withAxes(operator, pointwise, 4));
  const op = { kind: 'conv', groups: 1, weight, ...(bias && { bias }), ...plainWindow } as const;
  return statedNode(operator.name, op, [inner]);
}

function dense(operator: KerasOperator, from: StatedNode): StatedNode {
  const [kernel, bias] = weightsOf(operator, ['kernel', ...biasOf(operator)]);
  const weight = fromInOut(withAxes(operator, kernel, 2));
  return statedNode(operator.name, { kind: 'fullyConnected', weight, ...(bias && { bias }) }, [from]);
}

function batchNorm(operator: KerasOperator, from: StatedNode): StatedNode {
  const { name, config } = operator;
  const axis = numbersIn(config.get('axis'))?.[0] ?? numberIn(config.get('axis')) ?? -1;
  if (axis !== -1 && axis !== 3 && !(axis === 1 && isVector(from))) {
    throw new UnstatedNetwork(name, `batch norm along axis ${axis} (wanted the channels)`);
  }
  const [hasScale, hasShift] = [config.get('scale') !== false, config.get('center') !== false];
  const roles = [...(hasScale ? ['gamma'] : []), ...(hasShift ? ['beta'] : []), 'moving_mean', 'moving_variance'];
  const found = weightsOf(operator, roles);
  const of = (role: string) => found[roles.indexOf(role)];
  const [weight, bias, mean, variance] = [of('gamma'), of('beta'), of('moving_mean'), of('moving_variance')];
  if (mean === undefined || variance === undefined)
    throw new UnstatedNetwork(name, 'batch norm without its statistics');
  const epsilon = numberIn(config.get('epsilon')) ?? 1e-3;
  const norm = { ...(weight && { weight }), ...(bias && { bias }), mean, variance, epsilon };
  return statedNode(name, { kind: 'batchNorm', norm }, [from]);
}

function isVector({ shape }: StatedNode): boolean {
  return shape.height === 1 && shape.width === 1;
}

function biasOf({ config }: KerasOperator): readonly string[] {
  return config.get('use_bias') === false ? [] : ['bias'];
}

/** The weights of a layer by position. */
function weightsOf({ name, weights }: KerasOperator, roles: readonly string[]): readonly StoredTensor[] {
  if (weights.length === roles.length) return weights;
  const got = weights.length === 0 ? 'none' : String(weights.length);
  throw new UnstatedNetwork(name, `weights in the file (got ${got}, wanted ${roles.join(', ')})`);
}

function withAxes({ name }: KerasOperator, tensor: StoredTensor | undefined, axes: number): StoredTensor {
  if (tensor?.shape.length === axes) return tensor;
  throw new UnstatedNetwork(name, `axes of its weights (got ${tensor?.shape.length ?? 0}, wanted ${axes})`);
}

const plainWindow: StatedWindow = { stride: [1, 1], padding: 'same', dilation: [1, 1] };

/** The window of a convolution or pool, with the strides, dilation and padding of its config. */
export function windowOf({ name, config, kind }: KerasOperator, stride?: Pair): StatedWindow {
  return {
    stride: pairOf(config.get('strides')) ?? stride ?? [1, 1],
    dilation: pairOf(config.get('dilation_rate')) ?? [1, 1],
    padding: paddingOf(name, `${kind} with padding`, config.get('padding')),
  };
}

function paddingOf(name: string, what: string, padding: JsonValue | undefined): StatedPadding {
  if (padding === 'same') return 'same';
  if (padding === 'valid' || padding === undefined) return { top: 0, bottom: 0, left: 0, right: 0 };
  throw new UnstatedNetwork(name, `${what} ${textIn(padding) ?? 'of its own'} (wanted same or valid)`);
}

/** Two numbers, or one for both. */
export function pairOf(value: Parameters<typeof numbersIn>[0]): Pair | undefined {
  const [first, second] = numbersIn(value) ?? [numberIn(value), numberIn(value)];
  return first === undefined ? undefined : [first, second ?? first];
}
