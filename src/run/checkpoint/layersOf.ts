import { unreadable } from '../errors/unreadable';
import { failure, success, type Result } from '../../nets/result';
import type { TensorFile } from '../formats/parseTensorFile';
import type { RunError } from '../errors/runError';
import { UnstatedNetwork } from '../stated/unstatedNetwork';
import { UnreadableLayers, type CheckpointLayers } from './checkpointLayers';
import { kerasLayers } from './kerasLayers';
import { onnxLayers } from './onnxLayers';
import { pytorchLayers } from './pytorchLayers';
import { hiddenUnits } from './statedFit';
import { tfjsLayers } from './tfjsLayers';
import { tfliteLayers } from './tfliteLayers';

/**
 * The layers of a weights file of any format, in execution order. Fails with the name of a tensor that belongs to no
 * layer.
 */
export function layersOf(file: TensorFile): Result<CheckpointLayers, RunError> {
  try {
    const layers = readLayers(file);
    return success(isTeachableMachine(file, layers) ? { ...layers, normalisation: packedTeachableMachine } : layers);
  } catch (error) {
    if (error instanceof UnreadableLayers || error instanceof UnstatedNetwork)
      return failure(unreadable(error.message, 'unfit'));
    throw error;
  }
}

/**
 * x / 127.5 - 1, as the code that Teachable Machine shows beside these exports has it; its export for browsers has 127.
 */
const packedTeachableMachine = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const;

/**
 * Whether it is another export of Teachable Machine: Keras or TensorFlow Lite, packed with its labels, with the 100 units that
 * are before its classifier. Nothing in these files says how pixels are scaled.
 */
function isTeachableMachine({ format, labels }: TensorFile, { stated, normalisation }: CheckpointLayers): boolean {
  if ((format !== 'keras' && format !== 'tflite') || labels === undefined) return false;
  if (stated === undefined || stated.isByteInput === true || normalisation !== undefined) return false;
  return hiddenUnits(stated) === 100;
}

function readLayers(file: TensorFile): CheckpointLayers {
  switch (file.format) {
    case 'safetensors':
      return pytorchLayers(file.tensors, { isSorted: true });
    case 'pytorch':
      return pytorchLayers(file.tensors, { isSorted: false, modules: file.modules });
    case 'keras':
      return kerasLayers(file);
    case 'tfjs':
      return tfjsLayers(file);
    case 'tflite':
      return tfliteLayers(file);
    case 'onnx':
      return onnxLayers(file);
  }
}
