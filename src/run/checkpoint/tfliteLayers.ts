import type { TfliteFile } from '../formats/tflite/tflite';
import { statedLayers } from '../stated/statedGraphOf';
import { statedTflite } from '../stated/tflite/statedTflite';
import type { CheckpointLayers } from './checkpointLayers';

/** The network that a TensorFlow Lite file states, and its layers. Images of floats are assumed to be in -1..1. */
export function tfliteLayers(file: TfliteFile): CheckpointLayers {
  const stated = statedTflite(file);
  const conventions = {
    naming: 'tensorflow',
    normalisation: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
    flattens: 'channelsLast',
  } as const;
  if (stated === undefined) return { ...conventions, orders: [[]] };
  return { ...conventions, orders: [statedLayers(stated)], stated };
}
