import type { TfliteFile } from '../formats/tflite/tflite';
import type { TfliteOperator } from '../formats/tflite/tfliteOperator';
import type { Normalisation } from '../frames/preprocess';
import type { StoredTensor } from '../weights/stateDict';
import { fromOhwi, reshaped, transposed } from '../stated/axes';
import { UnreadableLayers, type CheckpointLayers, type StoredLayer } from './checkpointLayers';

/** The layers of a TensorFlow Lite file: its convolutions and fully connected operators in execution order. */
export function tfliteLayers(file: TfliteFile): CheckpointLayers {
  const constants = constantsOf(file);
  const layers = file.operators.flatMap((operator) => layerOf(operator, constants) ?? []);
  const input = file.values.find(({ name }) => name === file.inputs[0]);
  const resolution = input?.shape[1];
  const padding = paddingOf(file, constants);
  return {
    naming: 'tensorflow',
    orders: [layers],
    ...(padding && { padding }),
    ...(resolution !== undefined && resolution > 0 && { resolution }),
    normalisation: normalisationOf(input),
    flattens: 'channelsLast',
  };
}

/** Constants by name, including their names after dequantisation. */
function constantsOf(file: TfliteFile): ReadonlyMap<string, StoredTensor> {
  const constants = new Map<string, StoredTensor>(file.tensors.map((tensor) => [tensor.name, tensor]));
  for (const { name, inputs, outputs } of file.operators) {
    const [from, to] = [constants.get(inputs[0] ?? ''), outputs[0]];
    if (name === 'DEQUANTIZE' && from !== undefined && to !== undefined) constants.set(to, from);
  }
  return constants;
}

function layerOf(operator: TfliteOperator, constants: ReadonlyMap<string, StoredTensor>): StoredLayer | undefined {
  const read = weightReaders.get(operator.name);
  if (read === undefined) return undefined;
  const [, weightName = '', biasName = ''] = operator.inputs;
  const weight = constants.get(weightName);
  if (weight === undefined) throw new UnreadableLayers(operator.name, `weights that are computed (${weightName})`);
  const bias = constants.get(biasName);
  return { weight: read(weight), ...(bias && { bias }) };
}

const weightReaders: ReadonlyMap<string, (weight: StoredTensor) => StoredTensor> = new Map([
  ['CONV_2D', (weight: StoredTensor) => expectAxes(weight, 4, fromOhwi)],
  ['DEPTHWISE_CONV_2D', (weight: StoredTensor) => expectAxes(weight, 4, fromSingleHwc)],
  ['FULLY_CONNECTED', (weight: StoredTensor) => expectAxes(weight, 2, (matrix) => matrix)],
]);

function expectAxes(weight: StoredTensor, axes: number, read: (weight: StoredTensor) => StoredTensor): StoredTensor {
  if (weight.shape.length === axes) return read(weight);
  throw new UnreadableLayers(weight.name, `axes of a filter (got ${weight.shape.length}, wanted ${axes})`);
}

/** 1 x height x width x channels to channels x 1 x height x width. */
function fromSingleHwc(kernel: StoredTensor): StoredTensor {
  const [, height = 1, width = 1, channels = 1] = kernel.shape;
  return reshaped(transposed(kernel, [0, 3, 1, 2]), [channels, 1, height, width]);
}

/** The padding of the first window with stride 2; converters of Keras networks write a PAD operator before it. */
function paddingOf(
  { operators }: TfliteFile,
  constants: ReadonlyMap<string, StoredTensor>,
): CheckpointLayers['padding'] {
  const padOperators = new Map(operators.filter(({ name }) => name === 'PAD').map((pad) => [pad.outputs[0], pad]));
  for (const { options, inputs } of operators) {
    if (options?.kind !== 'conv2d' && options?.kind !== 'depthwiseConv2d') continue;
    const [, kernelHeight = 1] = constants.get(inputs[1] ?? '')?.shape ?? [];
    if (options.stride[0] === 1 || kernelHeight === 1) continue;
    if (options.padding === 'same') return 'same';
    const pads = constants.get(padOperators.get(inputs[0])?.inputs[1] ?? '');
    // Two for each axis of an image; anything larger would be decoded for nothing.
    const [, , top, bottom] = pads?.shape.join() === '4,2' ? pads.data : [];
    if (top !== undefined) return top === bottom ? 'symmetric' : 'same';
  }
  return undefined;
}

/**
 * From the quantisation of the input: value = scale * (stored - zero point). Other inputs are assumed to be in -1..1.
 */
function normalisationOf(input: TfliteFile['values'][number] | undefined): Normalisation {
  const [scale] = input?.quantization?.scales ?? [];
  const [zeroPoint = 0] = input?.quantization?.zeroPoints ?? [];
  const offset = input?.type === 'I8' ? zeroPoint + 128 : zeroPoint;
  const [mean, std] = scale === undefined ? [0.5, 0.5] : [offset / 255, 1 / (255 * scale)];
  return { mean: [mean, mean, mean], std: [std, std, std] };
}
