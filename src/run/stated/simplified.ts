import type { Padding } from '../../nets/op';
import { composed, factorOf, isIdentity, isNear, isComposable, scalar, type Affine } from './affine';
import { rejoined } from './rejoined';
import type { StatedNode, StatedOp, StatedPool } from './statedGraph';

type Make = (name: string, op: StatedOp, inputs: readonly StatedNode[]) => StatedNode;

/**
 * The same value in fewer or more usual ops. Every rule looks at a node and at what it reads, so nodes that are made
 * one after the other are simple at any time. `make` makes the nodes that replace it.
 *
 * Hard sigmoid and hard swish have one form whatever their pieces: relu6(y) / 6 is hardSigmoid(y - 3), and the -3 cancels
 * a +3 that the file adds, or takes it out of the bias into which a converter has folded it.
 */
export function simplified(node: StatedNode, make: Make): StatedNode {
  const [first, second] = node.inputs;
  if (first === undefined) return node;
  switch (node.op.kind) {
    case 'affine':
      return simplerAffine(node, node.op, first, make);
    case 'activation':
      return simplerActivation(node, node.op.function, first);
    case 'multiply':
      return second === undefined ? node : simplerProduct(node, [first, second], make);
    case 'pad':
      return isNone(node.op.padding) ? first : node;
    case 'maxPool':
    case 'averagePool':
      return isOnePixel(node.op) ? first : withPadding(node, first);
    case 'conv':
      return withPadding(node, first);
    case 'concat':
      return second === undefined ? first : withoutParts(node, make);
    case 'channelShuffle':
      return node.op.groups === 1 || node.op.groups === first.shape.channels ? first : node;
    case 'channelSlice':
      return node.op.from === 0 && node.op.to === first.shape.channels ? first : node;
    case 'reverseChannels':
      return first.op.kind === 'reverseChannels' ? (first.inputs[0] ?? node) : node;
    case 'globalAveragePool':
    case 'flatten':
      return first.shape.height === 1 && first.shape.width === 1 ? first : node;
    case 'input':
    case 'fullyConnected':
    case 'batchNorm':
    case 'add':
    case 'softmax':
    case 'unknown':
      return node;
  }
}

function simplerAffine(node: StatedNode, op: Affine, from: StatedNode, make: Make): StatedNode {
  if (isIdentity(op)) return from;
  const [inner, other] = from.inputs;
  if (from.op.kind === 'affine' && inner !== undefined && isComposable(from.op)) {
    return make(node.name, composed(from.op, op), [inner]);
  }
  const factor = factorOf(op);
  if (factor === undefined || inner === undefined) return node;
  if (isRelu6(from) && isNear(factor, 1 / 6)) return hardSigmoid(node.name, inner, make);
  // x * relu6(x + 3) / 6: the factor belongs to the gate.
  if (from.op.kind !== 'multiply' || other === undefined || !isNear(factor, 1 / 6)) return node;
  const gate = [inner, other].find(isShifted) ?? [other, inner].find(isRelu6);
  if (gate === undefined) return node;
  return make(from.name, from.op, [gate === inner ? other : inner, make(node.name, op, [gate])]);
}

/** relu6(x + 3), or any other sum. */
function isShifted(node: StatedNode): boolean {
  return isRelu6(node) && node.inputs[0]?.op.kind === 'affine';
}

function hardSigmoid(name: string, six: StatedNode, make: Make): StatedNode {
  const centred = make(name, { kind: 'affine', shift: scalar(name, -3) }, [six]);
  return make(name, { kind: 'activation', function: 'hardSigmoid' }, [centred]);
}

function simplerActivation(node: StatedNode, fn: string, from: StatedNode): StatedNode {
  const inner = functionOf(from);
  if (fn === 'relu' && isNonNegative(from)) return from;
  if (fn === 'relu6' && inner === 'relu6') return from;
  return fn === 'relu6' && inner === 'relu' ? { ...node, inputs: from.inputs } : node;
}

// Noted when a node is made: to look for it through all that a node reads would take a walk for each.
const nonNegative = new WeakSet<StatedNode>();

function isNonNegative(node: StatedNode): boolean {
  return nonNegative.has(node) || ['relu', 'relu6', 'sigmoid', 'hardSigmoid'].includes(functionOf(node) ?? '');
}

/** Ops whose results are not negative if what they read is not. */
const keepsSign: Readonly<Record<StatedOp['kind'], boolean>> = {
  ...{ input: false, conv: false, fullyConnected: false, batchNorm: false, affine: false, activation: false },
  ...{ maxPool: true, averagePool: true, globalAveragePool: true, add: true, multiply: true, concat: true },
  ...{ channelSlice: true, channelShuffle: true, reverseChannels: true, flatten: true },
  ...{ pad: false, softmax: true, unknown: false },
};

/** Notes whether a node has no value below zero. */
export function noteSign(node: StatedNode): StatedNode {
  if (keepsSign[node.op.kind] && node.inputs.every(isNonNegative)) nonNegative.add(node);
  return node;
}

/** x * sigmoid(x) is swish, x * hardSigmoid(x) is hardSwish. */
function simplerProduct(node: StatedNode, [a, b]: readonly [StatedNode, StatedNode], make: Make): StatedNode {
  for (const [map, gate] of [
    [a, b],
    [b, a],
  ] as const) {
    const fn = functionOf(gate);
    if (gate.inputs[0] === map && (fn === 'sigmoid' || fn === 'hardSigmoid')) {
      return make(node.name, { kind: 'activation', function: fn === 'sigmoid' ? 'swish' : 'hardSwish' }, [map]);
    }
    const [unscaled] = map.inputs;
    if (isRelu6(gate) && unscaled !== undefined && isNear(factorOf(map.op), 1 / 6)) {
      return make(node.name, node.op, [unscaled, make(map.name, map.op, [gate])]);
    }
  }
  return node;
}

function isRelu6(node: StatedNode): boolean {
  return functionOf(node) === 'relu6';
}

function functionOf({ op }: StatedNode): string | undefined {
  return op.kind === 'activation' ? op.function : undefined;
}

/** A window over a padded map pads the map itself, if it sees the same values at the border. */
function withPadding(node: StatedNode, from: StatedNode): StatedNode {
  const { op } = node;
  const [inner, ...others] = from.inputs;
  if (from.op.kind !== 'pad' || inner === undefined || others.length > 0) return node;
  if (op.kind !== 'conv' && op.kind !== 'maxPool' && op.kind !== 'averagePool') return node;
  const own = op.padding;
  if (typeof own !== 'object') return node;
  const padding = summed(own, from.op.padding);
  if (op.kind === 'maxPool') {
    // Padding never wins in the app's pools; zeros do not either where nothing is negative.
    const fn = functionOf(inner);
    const neverWins = from.op.value < -1e9 || (from.op.value === 0 && (fn === 'relu' || fn === 'relu6'));
    return neverWins ? { ...node, op: { ...op, padding }, inputs: [inner] } : node;
  }
  if (from.op.value !== 0) return node;
  if (op.kind === 'conv') return { ...node, op: { ...op, padding }, inputs: [inner] };
  if (!isNone(own) && !op.countsPadding) return node;
  return { ...node, op: { ...op, padding, countsPadding: true }, inputs: [inner] };
}

/** A window of one pixel that moves by one: torch.onnx writes an adaptive pool so that has nothing to pool. */
function isOnePixel({ kernel, stride, padding }: StatedPool): boolean {
  const isPlain = typeof padding === 'string' || isNone(padding);
  return isPlain && [...kernel, ...stride].every((size) => size === 1);
}

function summed(a: Padding, b: Padding): Padding {
  return { top: a.top + b.top, bottom: a.bottom + b.bottom, left: a.left + b.left, right: a.right + b.right };
}

function withoutParts(node: StatedNode, make: Make): StatedNode {
  const whole = rejoined(node);
  return whole === undefined ? node : make(node.name, whole.op, [whole.source]);
}

function isNone({ top, bottom, left, right }: Padding): boolean {
  return top === 0 && bottom === 0 && left === 0 && right === 0;
}
