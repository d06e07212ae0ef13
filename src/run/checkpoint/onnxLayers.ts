import type { OnnxFile, OnnxNode } from '../formats/onnx/onnx';
import type { StoredTensor } from '../weights/stateDict';
import { fromInOut } from '../stated/axes';
import { UnreadableLayers, type CheckpointLayers, type StoredLayer } from './checkpointLayers';

type Constants = ReadonlyMap<string, StoredTensor>;

/**
 * The layers of an ONNX file: its Conv, Gemm and MatMul nodes in execution order, with their batch norm where it is not
 * folded.
 */
export function onnxLayers(file: OnnxFile): CheckpointLayers {
  const constants = constantsOf(file);
  const layers: StoredLayer[] = [];
  /** Index of the layer that computes each value, by name. */
  const makers = new Map<string, number>();
  for (const node of file.nodes) {
    const layer = layerOf(node, constants);
    const maker = makers.get(node.inputs.find((input) => makers.has(input)) ?? '');
    const [output = ''] = node.outputs;
    if (layer !== undefined) makers.set(output, layers.push(layer) - 1);
    else if (maker !== undefined) completeLayer(layers, maker, node, constants, makers);
  }
  const padding = paddingOf(file, constants);
  return { naming: 'onnx', orders: [layers], ...(padding && { padding }), flattens: 'channelsFirst' };
}

/** Initialisers by name, including the names that Identity nodes give them. */
function constantsOf(file: OnnxFile): Constants {
  const constants = new Map<string, StoredTensor>(file.tensors.map((tensor) => [tensor.name, tensor]));
  for (const { opType, inputs, outputs } of file.nodes) {
    const [from, to] = [constants.get(inputs[0] ?? ''), outputs[0]];
    if (opType === 'Identity' && from !== undefined && to !== undefined) constants.set(to, from);
  }
  return constants;
}

function layerOf({ opType, inputs, attributes }: OnnxNode, constants: Constants): StoredLayer | undefined {
  const weight = constants.get(inputs[1] ?? '');
  if (opType !== 'Conv' && opType !== 'Gemm' && opType !== 'MatMul') return undefined;
  if (weight === undefined) throw new UnreadableLayers(opType, `weights that are computed (${inputs[1] ?? ''})`);
  const bias = constants.get(inputs[2] ?? '');
  const isOutIn = opType === 'Conv' || attributes.get('transB') === 1;
  return { weight: isOutIn ? weight : fromInOut(weight), ...(bias && { bias }) };
}

/** Adds a batch norm to the layer, or a bias that is a separate Add. */
function completeLayer(
  layers: StoredLayer[],
  maker: number,
  { opType, inputs, outputs, attributes }: OnnxNode,
  constants: Constants,
  makers: Map<string, number>,
): void {
  const layer = layers[maker];
  const [output = ''] = outputs;
  if (layer === undefined) return;
  const added = inputs.map((input) => constants.get(input)).find((tensor) => tensor !== undefined);
  if (opType === 'BatchNormalization' && layer.norm === undefined) {
    const [weight, bias, mean, variance] = inputs.slice(1).map((input) => constants.get(input));
    if (mean === undefined || variance === undefined) return;
    const epsilon = attributes.get('epsilon');
    layers[maker] = {
      ...layer,
      norm: {
        ...(weight && { weight }),
        ...(bias && { bias }),
        mean,
        variance,
        epsilon: typeof epsilon === 'number' ? epsilon : 1e-5,
      },
    };
    makers.set(output, maker);
  } else if (opType === 'Add' && layer.bias === undefined && layer.norm === undefined && added?.shape.length === 1) {
    layers[maker] = { ...layer, bias: added };
  }
}

/** The padding of the first padded convolution with stride 2, or else of the pools. */
function paddingOf(file: OnnxFile, constants: Constants): CheckpointLayers['padding'] {
  return convPadding(file, constants) ?? poolPadding(file);
}

/**
 * For networks whose convolutions with stride 2 are not padded, such as Xception. Symmetric padding proves nothing
 * here: maps of odd size have it in any case.
 */
function poolPadding({ nodes }: OnnxFile): CheckpointLayers['padding'] {
  const isSame = nodes.some(({ opType, attributes }) => {
    const pads = attributes.get('pads');
    const isUneven = Array.isArray(pads) && pads[0] !== pads[2];
    return opType === 'MaxPool' && (attributes.get('auto_pad') === 'SAME_UPPER' || isUneven);
  });
  return isSame ? 'same' : undefined;
}

/** Also looks at a Pad node before the convolution, which converters of TensorFlow networks may write. */
function convPadding({ nodes }: OnnxFile, constants: Constants): CheckpointLayers['padding'] {
  const padNodes = new Map(nodes.filter(({ opType }) => opType === 'Pad').map((node) => [node.outputs[0], node]));
  for (const { opType, inputs, attributes } of nodes) {
    const [strides, pads, autoPad] = ['strides', 'pads', 'auto_pad'].map((name) => attributes.get(name));
    const [, , kernelHeight] = constants.get(inputs[1] ?? '')?.shape ?? [];
    if (opType !== 'Conv' || !Array.isArray(strides) || strides[0] === 1 || kernelHeight === 1) continue;
    if (autoPad === 'SAME_UPPER') return 'same';
    const own = Array.isArray(pads) ? [Number(pads[0]), Number(pads[2])] : [0, 0];
    const isPadded = own[0] !== 0 || own[1] !== 0;
    const [top, bottom] = isPadded ? own : padsOf(padNodes.get(inputs[0] ?? ''), constants);
    if (top !== undefined && bottom !== undefined && top + bottom > 0) return top === bottom ? 'symmetric' : 'same';
  }
  return undefined;
}

function padsOf(pad: OnnxNode | undefined, constants: Constants): readonly number[] {
  const pads = constants.get(pad?.inputs[1] ?? '');
  // Two for each axis of an image; anything larger would be decoded for nothing.
  if (pads?.shape.length !== 1 || pads.shape[0] !== 8) return [];
  const { data } = pads;
  return [data[2] ?? 0, data[6] ?? 0];
}
