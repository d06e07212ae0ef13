import type { Graph } from '../../nets/graph';
import type { Model } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { namedTensors, type StoredTensor } from '../weights/stateDict';
import type { Misfit } from './fittedTensors';

/** Reads a file that uses the app's own tensor names. */
export type OwnNames = {
  /**
   * Whether the file has any share of the model's names beyond chance, whatever the options. Saves building the network
   * with every choice of options for files of other names, which most are.
   */
  readonly mayBeOf: (model: Model) => boolean;
  /**
   * Whether the file has most of the graph's names. A single name proves nothing: all namings have `classifier.weight`.
   */
  readonly areOf: (graph: Graph) => boolean;
  /** The number of classes of the file's classifier, as an option. */
  readonly classesOf: (graph: Graph) => Choice;
  readonly tensorsOf: (graph: Graph) => Result<TensorValues, Misfit>;
};

export function ownNames(stored: readonly StoredTensor[]): OwnNames {
  const shapes = new Map(stored.map(({ name, shape }) => [name, shape]));
  const share = (names: readonly string[]) => names.filter((name) => shapes.has(name)).length / names.length;
  const named = new Map<Model, boolean>();
  return {
    mayBeOf: (model) => {
      const known = named.get(model);
      if (known !== undefined) return known;
      const graph = model.build({});
      // All choices of options share far more of their names than this.
      const isNamed = graph.ok && share(weightTensorsOf(graph.value).map(({ name }) => name)) > 0.1;
      named.set(model, isNamed);
      return isNamed;
    },
    areOf: (graph) => share(weightTensorsOf(graph).map(({ name }) => name)) > 0.5,
    classesOf: (graph) => {
      const classifier = weightTensorsOf(graph).findLast(({ name }) => name.endsWith('.weight'));
      const [classes] = shapes.get(classifier?.name ?? '') ?? [];
      return classes === undefined ? {} : { classes };
    },
    tensorsOf: (graph) => {
      const tensors = namedTensors(graph, stored);
      if (tensors.ok) return success(tensors.value);
      const { error } = tensors;
      const fitted = weightTensorsOf(graph).findIndex(({ name, shape }) => String(shapes.get(name)) !== String(shape));
      return failure({ error, fitted });
    },
  };
}
