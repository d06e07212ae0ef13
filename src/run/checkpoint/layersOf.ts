import { failure, success, type Result } from '../../nets/result';
import type { TensorFile } from '../formats/parseTensorFile';
import type { RunError } from '../errors/runError';
import { UnstatedNetwork } from '../stated/unstatedNetwork';
import { UnreadableLayers, type CheckpointLayers } from './checkpointLayers';
import { kerasLayers } from './kerasLayers';
import { onnxLayers } from './onnxLayers';
import { pytorchLayers } from './pytorchLayers';
import { tfjsLayers } from './tfjsLayers';
import { tfliteLayers } from './tfliteLayers';

/**
 * The layers of a weights file of any format, in execution order. Fails with the name of a tensor that belongs to no
 * layer.
 */
export function layersOf(file: TensorFile): Result<CheckpointLayers, RunError> {
  try {
    return success(readLayers(file));
  } catch (error) {
    if (error instanceof UnreadableLayers || error instanceof UnstatedNetwork)
      return failure({ code: 'unreadableWeights', detail: error.message });
    throw error;
  }
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
