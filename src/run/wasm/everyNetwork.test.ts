import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { Graph } from '../../nets/graph';
import { catalogue } from '../../nets/models/index';
import type { Model } from '../../nets/models/model';
import { elementCount } from '../../nets/op';
import type { Choice } from '../../nets/parameter';
import { listedValues, parametersBesides } from '../../nets/parameter';
import type { CompiledNetwork, Executor } from '../device/executor';
import { largestDifference } from '../fixtures/opWitness';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { randomTensors } from '../weights/randomTensors';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Every network at its smallest resolution: shapes and sums need no large maps. */
const networks = catalogue.flatMap((model) =>
  variants(model).map((choice) => ({ model, choice, name: nameOf(model, choice) })),
);

describe.each(networks)('$name', ({ model, choice }) => {
  const graph = valueOf(model.build(choice));
  const tensors = randomTensors(graph);
  const image = Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * 0.37));

  const folded = foldedGraph(graph);
  let network: CompiledNetwork;

  beforeAll(async () => {
    network = await compiled(executor, folded, foldedTensors(graph, tensors));
  });

  afterAll(() => {
    network.dispose();
  });

  test('every executed tensor has the shape that its node declares', async () => {
    expect(await executedShapes(network, folded, image)).toEqual(declaredShapes(folded));
  });

  const hasNorm = graph.nodes.some(({ op }) => op.kind === 'batchNorm');
  test.runIf(hasNorm)('folded and unfolded outputs agree to 1e-4 of the largest', async () => {
    const unfolded = await compiled(executor, graph, tensors);
    const wanted = await logitsOf(unfolded, image);
    unfolded.dispose();
    const largest = wanted.reduce((max, logit) => Math.max(max, Math.abs(logit)), 1);
    expect(largestDifference(await logitsOf(network, image), wanted) / largest).toBeLessThan(1e-4);
  });
});

test('no tensor is left on the device', () => {
  expect(executor.memory()).toEqual({ tensors: 0, bytes: 0 });
});

async function logitsOf(network: CompiledNetwork, image: Float32Array): Promise<Float32Array> {
  const before = executor.memory();
  const { logits } = valueOf(await network.run(image));
  expect(executor.memory()).toEqual(before);
  return logits;
}

async function executedShapes(
  network: CompiledNetwork,
  graph: Graph,
  image: Float32Array,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const activations = valueOf(
    await network.activations(
      image,
      graph.nodes.map(({ id }) => id),
    ),
  );
  for (const { id, shape, values } of activations) expect(values.length, id).toBe(shape[0] * shape[1] * shape[2]);
  return Object.fromEntries(activations.map(({ id, shape }) => [id, shape]));
}

function declaredShapes(graph: Graph): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(graph.nodes.map(({ id, shape }) => [id, [shape.height, shape.width, shape.channels]]));
}

/** The default options, and one choice for each other value of the options that change the structure. */
function variants(model: Model): readonly Choice[] {
  const smallest = Math.max(model.options.resolution.minimum, 64);
  const structural = parametersBesides(model.options, ['width']).flatMap(([name, option]) =>
    (listedValues(option) ?? []).filter((value) => value !== option.default).map((value) => ({ [name]: value })),
  );
  return [{}, ...structural].map((choice) => ({ ...choice, resolution: smallest, classes: 10 }));
}

function nameOf(model: Model, { resolution, classes, ...choice }: Choice): string {
  const options = Object.entries(choice).map(([name, value]) => `${name} ${String(value)}`);
  return [model.name, ...options, `at ${String(resolution)}, ${String(classes)} classes`].join(', ');
}
