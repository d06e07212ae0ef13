import type { Graph } from '../../nets/graph';
import { weightTensorsOf, type WeightTensor } from '../../nets/weights/weightTensors';
import type { TensorValue, TensorValues } from '../../nets/weights/tensorValue';

/**
 * Random weights for networks without trained ones: the same for the same graph and seed. Layers keep the scale of
 * their input (He initialisation, uniform), and batch norm statistics vary a little around 0 and 1, so that values stay
 * in a normal range and the network takes the time of a trained one.
 * @param onValues called with the number of values made so far, and of all
 */
export function randomTensors(
  graph: Graph,
  seed = 1,
  onValues: (made: number, total: number) => void = () => undefined,
): TensorValues {
  const random = uniform(seed);
  const tensors = weightTensorsOf(graph);
  const total = tensors.reduce((sum, { shape }) => sum + countOf(shape), 0);
  let made = 0;
  onValues(made, total);
  return new Map(
    tensors.map((parameter) => {
      const value = randomTensor(parameter, random);
      made += value.data.length;
      onValues(made, total);
      return [parameter.name, value];
    }),
  );
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function randomTensor(tensor: WeightTensor, random: () => number): TensorValue {
  const { shape, name, node } = tensor;
  const count = countOf(shape);
  const [centre, spread] = node.op.kind === 'batchNorm' ? normRange(name) : layerRange(shape);
  const data = new Float32Array(count);
  for (let index = 0; index < count; index += 1) data[index] = centre + spread * (2 * random() - 1);
  return { shape, data };
}

function normRange(name: string): readonly [centre: number, spread: number] {
  const isAroundOne = name.endsWith('.weight') || name.endsWith('.running_var');
  return isAroundOne ? [1, 0.2] : [0, 0.1];
}

function layerRange([, ...fan]: readonly number[]): readonly [centre: number, spread: number] {
  const isBias = fan.length === 0;
  return isBias ? [0, 0.1] : [0, Math.sqrt(6 / countOf(fan))];
}

/** Random numbers in [0, 1) from a 32-bit xorshift generator (Marsaglia, 2003): fast, and good enough for weights. */
export function uniform(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
