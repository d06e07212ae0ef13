import type { TfliteFile } from '../formats/tflite/tflite';
import { statedLayers } from '../stated/statedGraphOf';
import { statedTflite } from '../stated/tflite/statedTflite';
import type { CheckpointLayers } from './checkpointLayers';

/** The network that a TensorFlow Lite file states, and its layers. */
export function tfliteLayers(file: TfliteFile): CheckpointLayers {
  const stated = statedTflite(file);
  const conventions = { naming: 'tensorflow', flattens: 'channelsLast' } as const;
  if (stated === undefined) return { ...conventions, orders: [[]] };
  return { ...conventions, orders: [statedLayers(stated)], stated };
}
