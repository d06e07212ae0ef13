import type { ElementType } from '../formats/bytes/elements';
import type { TfliteFile } from '../formats/tflite/tflite';
import { statedLayers } from '../stated/statedGraphOf';
import { statedTflite } from '../stated/tflite/statedTflite';
import type { CheckpointLayers } from './checkpointLayers';

/** The network that a TensorFlow Lite file states, and its layers. */
export function tfliteLayers(file: TfliteFile): CheckpointLayers {
  const stated = statedTflite(file);
  const conventions = { naming: 'tensorflow', flattens: 'channelsLast' } as const;
  if (stated === undefined) return { ...conventions, orders: [[]] };
  const notes = computesInIntegers(file) ? [{ kind: 'computedInFloats' } as const] : [];
  return { ...conventions, orders: [statedLayers(stated)], stated, notes };
}

/** Whether a layer has weights in 8 bits: TensorFlow Lite then rounds what they are multiplied by to 8 bits, too. */
function computesInIntegers({ operators, values }: TfliteFile): boolean {
  const small = new Set(values.flatMap(({ name, type, quantization }) => (quantization && isByte(type) ? [name] : [])));
  return operators.some(({ name, inputs: [, weight = ''] }) => layers.has(name) && small.has(weight));
}

const layers: ReadonlySet<string> = new Set(['CONV_2D', 'DEPTHWISE_CONV_2D', 'FULLY_CONNECTED']);

function isByte(type: ElementType | undefined): boolean {
  return type === 'I8' || type === 'U8';
}
