import type { TfjsFile } from '../formats/tfjs/tfjs';
import type { Normalisation } from '../frames/preprocess';
import { kerasStated } from '../stated/keras/kerasStated';
import { statedLayers } from '../stated/statedGraphOf';
import { tfGraphStated } from '../stated/tfjs/tfGraphStated';
import type { CheckpointLayers } from './checkpointLayers';
import { kerasConventions } from './kerasLayers';

/** Teachable Machine's x / 127 - 1 (teachablemachine-community/libraries/image/src/utils/tf.ts). */
const teachableMachine: Normalisation = {
  mean: [127 / 255, 127 / 255, 127 / 255],
  std: [127 / 255, 127 / 255, 127 / 255],
};

/** The layers that a model of TensorFlow.js states, in execution order. */
export function tfjsLayers(file: TfjsFile): CheckpointLayers {
  const { network } = file;
  const stated = 'layers' in network ? kerasStated(network.layers) : tfGraphStated(network.graph, file.tensors);
  const known = { ...kerasConventions, orders: [statedLayers(stated)], stated };
  return file.isTeachableMachine ? { ...known, normalisation: teachableMachine } : known;
}
