import { shortened } from '../formats/bytes/refusal';
import type { CheckpointLayers } from './checkpointLayers';
import type { Misfit } from './fittedTensors';

/** The way out of a network that ends before a classifier. */
export const headless =
  'a network without a classifier, which gives features and no classes: save it together with its last layer (Keras: include_top=True, or keras.Sequential([base, GlobalAveragePooling2D(), Dense(N)]))';

/**
 * What is unusual at the end of layers that fit no network, as a sentence with the way out: no classifier, or a hidden layer
 * before it. Null where the end is not what keeps them from fitting.
 */
export function endMisfit({ orders: [order = []] }: CheckpointLayers, closest: Misfit | undefined): string | null {
  const [hidden, last] = order.slice(-2);
  if (last === undefined) return null;
  const [rows = 0, , ...window] = last.weight.shape;
  if (last.norm !== undefined || window.some((side) => side > 1)) return headless;
  const isMatrix = [hidden, last].every((layer) => layer?.weight.shape.length === 2);
  const [units = 0] = hidden?.weight.shape ?? [];
  const isBefore = closest?.isFar !== true && order.length > 10 && last.weight.shape[1] === units && rows > 0;
  if (!isMatrix || !isBefore) return null;
  return `${shortened(hidden?.weight.name ?? '')}: a hidden layer of ${units} units before the classifier, whose activation the weights do not tell: if it is a ReLU, read it with \`--hidden ${units}\` and the network's name on the command line (\`net convert\`); if it is another one, export the network to ONNX`;
}
