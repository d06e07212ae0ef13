import { changedTensor, lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { product, sum, type Affine } from './affine';
import { inputsFirst } from './inputsFirst';
import { statedNode } from './statedNode';
import type { StatedGraph, StatedNode, StatedOp } from './statedGraph';
import type { StoredLayer } from './storedLayer';

/**
 * The network that ends in `output`: without a softmax there, and with every per-channel factor and sum folded into the
 * layer or batch norm that it follows. Undefined if it reads no image.
 */
export function statedGraphOf(
  output: StatedNode,
  about: Pick<StatedGraph, 'isByteInput' | 'labels'> = {},
): StatedGraph | undefined {
  const folded = withFoldedAffines(withoutSoftmax(output));
  const nodes = inputsFirst([folded], inputOf);
  const input = nodes.find(({ op }) => op.kind === 'input');
  return input === undefined ? undefined : { input, output: folded, nodes, ...about };
}

/** The convolutions and fully connected layers in execution order, each with the batch norm that reads it. */
export function statedLayers(stated: StatedGraph): readonly StoredLayer[] {
  const known = layersOf.get(stated) ?? listedLayers(stated);
  layersOf.set(stated, known);
  return known;
}

// Every network of the app is compared with them.
const layersOf = new WeakMap<StatedGraph, readonly StoredLayer[]>();

function listedLayers({ nodes }: StatedGraph): readonly StoredLayer[] {
  const normOf = new Map(
    nodes.flatMap(({ op, inputs: [from] }) => (op.kind === 'batchNorm' && from ? [[from, op.norm] as const] : [])),
  );
  return nodes.flatMap((node) => {
    if (!isLayer(node.op)) return [];
    const { weight, bias } = node.op;
    const norm = normOf.get(node);
    return [{ weight, ...(bias && { bias }), ...(norm && { norm }) }];
  });
}

type Layer = Extract<StatedOp, { readonly kind: 'conv' | 'fullyConnected' }>;

function isLayer(op: StatedOp): op is Layer {
  return op.kind === 'conv' || op.kind === 'fullyConnected';
}

function withoutSoftmax(node: StatedNode): StatedNode {
  const [from] = node.inputs;
  return node.op.kind === 'softmax' && from !== undefined ? from : node;
}

function withFoldedAffines(output: StatedNode): StatedNode {
  const folded = new Map<StatedNode, StatedNode>();
  for (const node of inputsFirst([output], inputOf)) {
    const inputs = node.inputs.map((input) => folded.get(input) ?? input);
    const isSame = inputs.every((input, index) => input === node.inputs[index]);
    const again = isSame ? node : statedNode(node.name, node.op, inputs);
    folded.set(node, again.op.kind === 'affine' ? foldedAffine(again, again.op) : again);
  }
  return folded.get(output) ?? output;
}

function foldedAffine(node: StatedNode, affine: Affine): StatedNode {
  const [from] = node.inputs;
  const { scale, shift } = affine;
  if (from === undefined) return node;
  if (from.op.kind === 'batchNorm') {
    const { norm } = from.op;
    const channels = norm.mean.shape;
    const weight = product(norm.weight, spread(scale, channels));
    const bias = sum(norm.bias && product(norm.bias, scale), spread(shift, channels));
    const op = { kind: 'batchNorm', norm: { ...norm, ...(weight && { weight }), ...(bias && { bias }) } } as const;
    return { ...from, op };
  }
  if (!isLayer(from.op)) return node;
  const [channels = 1] = from.op.weight.shape;
  const bias = sum(from.op.bias && product(from.op.bias, scale), spread(shift, [channels]));
  return { ...from, op: { ...from.op, weight: scaledRows(from.op.weight, scale), ...(bias && { bias }) } };
}

/** One number as many. */
function spread(tensor: StoredTensor | undefined, shape: readonly number[]): StoredTensor | undefined {
  if (tensor === undefined || tensor.shape.length > 0) return tensor;
  const count = shape.reduce((total, size) => total * size, 1);
  return lazyTensor(tensor.name, shape, () => new Float32Array(count).fill(tensor.data[0] ?? 0));
}

/** Each output channel of a weight times its factor. */
function scaledRows(weight: StoredTensor, scale: StoredTensor | undefined): StoredTensor {
  if (scale === undefined) return weight;
  const run = weight.shape.slice(1).reduce((product, size) => product * size, 1);
  return changedTensor(weight, () => {
    const factors = scale.data;
    return (value, index) => value * ((factors.length === 1 ? factors[0] : factors[Math.floor(index / run)]) ?? 1);
  });
}

function inputOf({ inputs }: StatedNode, index: number): StatedNode | undefined {
  return inputs[index];
}
