import { signs } from '../errors/unreadable';
import type { Model } from '../../nets/models/model';
import { shortened } from '../formats/bytes/refusal';
import type { CheckpointLayers, StoredLayer } from './checkpointLayers';
import type { Misfit } from './fittedTensors';

/** What gives classes, where a file has only the network before them. */
export const wholeNetwork =
  'the network saved together with its last layer (Keras: include_top=True, or keras.Sequential([base, GlobalAveragePooling2D(), Dense(N)]))';

/** The way out of a network that ends before a classifier, and is none of the catalogue. */
export const headless = `${signs.headless}: give ${wholeNetwork}`;

/**
 * What is unusual at the end of layers that fit no network, as a sentence with the way out: no classifier, or a hidden layer
 * before it. Null where the end is not what keeps them from fitting.
 */
export function endMisfit(
  { orders }: CheckpointLayers,
  closest: Misfit | undefined,
  model: Model | undefined,
): string | null {
  const [order = []] = orders;
  // Whatever ends this way and is no network of the catalogue fits at most a few of its first layers.
  if (closest === undefined || closest.isFar === true || closest.fitted < order.length / 4) return null;
  const [hidden, last] = order.slice(-2);
  if (last === undefined) return null;
  if (orders.every(endsInFeatures)) return headless;
  const isMatrix = [hidden, last].every((layer) => layer?.weight.shape.length === 2);
  const [units = 0] = hidden?.weight.shape ?? [];
  if (!isMatrix || last.weight.shape[1] !== units || hasHiddenLayer(model)) return null;
  return `${shortened(hidden?.weight.name ?? '')}: a hidden layer of ${units} ${signs.hiddenLayer}: if it is a ReLU, read it with \`--hidden ${units}\` and the network's name on the command line (\`net convert\`); if it is another one, export the network to ONNX`;
}

/** Whether the network has a hidden layer of its own before its classifier, as MobileNet V3, AlexNet and VGG-16 do. */
function hasHiddenLayer(model: Model | undefined): boolean {
  const built = model?.build({});
  return built?.ok === true && built.value.nodes.filter(({ op }) => op.kind === 'fullyConnected').length > 1;
}

/** Whether the last layer is no classifier: it has a norm, or a window over a map. */
function endsInFeatures(order: readonly StoredLayer[]): boolean {
  const last = order.at(-1);
  return last !== undefined && (last.norm !== undefined || last.weight.shape.slice(2).some((side) => side > 1));
}
