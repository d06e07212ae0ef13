import type { TfliteFile, TfliteValue } from '../../formats/tflite/tflite';
import type { TfliteOperator } from '../../formats/tflite/tfliteOperator';
import { scalar } from '../affine';
import { parseLabelFile } from '../../weights/labelFile';
import { after, constantOperand, unknownOperand, type Lowered, type Operand } from '../operand';
import type { Size, StatedGraph, StatedNode } from '../statedGraph';
import { statedGraphOf, statedLayers } from '../statedGraphOf';
import { statedInput } from '../statedNode';
import { mapView, vectorOf, withChannelsOf, type View } from '../view';
import { elementOps } from './elementOps';
import { layerOps } from './layerOps';
import { shapeOps } from './shapeOps';
import type { Lower } from './tfliteOp';

const ops: ReadonlyMap<string, Lower> = new Map<string, Lower>([...layerOps, ...elementOps, ...shapeOps]);

/**
 * The network that a TensorFlow Lite file states: of several outputs, the one with most layers before it. Undefined if
 * none reads an image.
 */
export function statedTflite(file: TfliteFile): StatedGraph | undefined {
  const [image = ''] = file.inputs;
  const value = file.values.find(({ name }) => name === image);
  if (value === undefined) return undefined;
  const operands = new Map<string, Operand>(file.tensors.map((tensor) => [tensor.name, constantOperand(tensor)]));
  operands.set(image, imageOperand(value));
  for (const operator of file.operators) {
    const results = lowered(operator, operands);
    for (const [index, output] of operator.outputs.entries()) {
      const result = results[index];
      if (result !== undefined) operands.set(output, result);
    }
  }
  const labels = labelsIn(file.texts);
  const about = { isByteInput: value.type === 'U8' || value.type === 'I8', ...(labels && { labels }) };
  const graphs = file.outputs.slice(0, maxOutputs).flatMap((name) => {
    const operand = operands.get(name);
    return (operand?.kind === 'view' ? statedGraphOf(resultOf(operand.view), about) : undefined) ?? [];
  });
  return graphs.toSorted((a, b) => statedLayers(b).length - statedLayers(a).length)[0];
}

// Each costs a walk through the file; networks with more than two have them for training.
const maxOutputs = 4;

function lowered(operator: TfliteOperator, operands: ReadonlyMap<string, Operand>): readonly Lowered[] {
  const name = operator.outputs[0] ?? operator.name;
  const inputs = operator.inputs.map((input) => operands.get(input));
  const isMissing = operator.inputs.some((input, index) => input !== '' && inputs[index] === undefined);
  const result = isMissing ? undefined : ops.get(operator.name)?.({ name, operator, inputs });
  const results = result === undefined || 'kind' in result ? [result] : result;
  if (results.some((each) => each !== undefined) || !inputs.some((input) => input?.kind === 'view')) return results;
  const unknown = unknownOperand(name, operator.name, inputs);
  return operator.outputs.map(() => unknown);
}

function resultOf(view: View): StatedNode {
  return (view.axes.length === 2 ? vectorOf(view) : undefined) ?? withChannelsOf(view) ?? view.node;
}

/** The names of the outputs, where a text file is packed along that is named after labels. */
function labelsIn(texts: TfliteFile['texts']): readonly string[] | undefined {
  const text = [...texts].find(([name]) => /label/i.test(name))?.[1];
  const parsed = text === undefined ? undefined : parseLabelFile(text);
  return parsed?.ok === true ? parsed.value : undefined;
}

/**
 * The image, as the numbers that its bytes stand for: value = scale * (stored - zero point). Signed bytes are stored 128
 * lower than pixels are.
 */
function imageOperand(value: TfliteValue): Operand {
  const [batch = null, height = null, width = null, channels = null] = value.shape.map((size, axis): Size => {
    const stated = value.signature?.[axis] ?? size;
    return stated > 0 ? stated : null;
  });
  const image = mapView(
    statedInput(value.name, { height, width, channels: channels ?? 3 }),
    'channelsLast',
    batch ?? 1,
  );
  const [scale] = value.quantization?.scales ?? [];
  const [zero = 0] = value.quantization?.zeroPoints ?? [];
  if (scale === undefined) return { kind: 'view', view: image };
  const offset = value.type === 'I8' ? zero + 128 : zero;
  return after(value.name, image, {
    kind: 'affine',
    scale: scalar(value.name, scale),
    shift: scalar(value.name, -scale * offset),
  });
}
