import type { OnnxFile } from '../formats/onnx/onnx';
import { statedOnnx } from '../stated/onnx/statedOnnx';
import { statedLayers } from '../stated/statedGraphOf';
import { UnreadableLayers, type CheckpointLayers } from './checkpointLayers';

/** The network that an ONNX file states, and its layers. */
export function onnxLayers(file: OnnxFile): CheckpointLayers {
  refuseOneProcessors(file);
  const stated = statedOnnx(file);
  if (stated === undefined) return { naming: 'onnx', orders: [[]], flattens: 'channelsFirst' };
  const notes = file.nodes.some(({ opType }) => inIntegers.test(opType)) ? [{ kind: 'computedInFloats' } as const] : [];
  return { naming: 'onnx', orders: [statedLayers(stated)], flattens: 'channelsFirst', stated, notes };
}

/** Ops that round maps to 8 bits. Weights alone are dequantised by DequantizeLinear. */
const inIntegers = /^(QLinear\w+|QGemm|QuantizeLinear|DynamicQuantizeLinear|ConvInteger|MatMulInteger)$/;

/** onnxruntime can write a network with its weights laid out for one kind of processor. */
function refuseOneProcessors({ nodes }: OnnxFile): void {
  const node = nodes.find(({ domain }) => domain === 'com.microsoft.nchwc');
  if (node === undefined) return;
  throw new UnreadableLayers(
    `${node.opType} of com.microsoft.nchwc`,
    'optimised by onnxruntime for one processor (wanted the file before that, or one that was optimised with graph_optimization_level = ORT_ENABLE_EXTENDED)',
  );
}
