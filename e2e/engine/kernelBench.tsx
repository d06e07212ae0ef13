import { env } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { createExecutor } from '../../src/run/createExecutor';
import type { CompiledNetwork, Executor } from '../../src/run/executor';
import { largestDifference } from '../../src/run/fixtures/opWitness';
import { randomTensors } from '../../src/run/randomTensors';
import { wasmBinaries } from '../../src/run/wasmBinaries';
import { foldedGraph } from '../../src/nets/fold';
import type { Graph } from '../../src/nets/graph';
import { catalogue } from '../../src/nets/models/index';
import type { Model } from '../../src/nets/models/model';
import { elementCount } from '../../src/nets/op';
import type { Choice } from '../../src/nets/option';
import { valueOf } from './valueOf';

/** Two pictures, so that a result left in memory by the first cannot pass for the second's. */
const pictures = [0.37, 0.53] as const;

/**
 * How far the own kernels are from tfjs's, op by op, relative to the largest logit, by network and picture. The reference
 * runs on WebAssembly, because op by op the software adapter takes a hundred times as long.
 */
export async function networkDifferences(network: string): Promise<Readonly<Record<string, number>>> {
  const [executor, reference] = await executors();
  const differences: Record<string, number> = {};
  for (const { name, graph } of catalogue.filter(({ id }) => id === network).flatMap(variants)) {
    const tensors = randomTensors(graph);
    const compiled = valueOf(await executor.compile(graph, tensors, () => undefined));
    const wanted = valueOf(await reference.compile(graph, tensors, () => undefined));
    for (const frequency of pictures) {
      differences[`${name}, picture ${frequency}`] = await differenceFor(picture(graph, frequency), compiled, wanted);
    }
    compiled.dispose();
    wanted.dispose();
  }
  executor.dispose();
  reference.dispose();
  return differences;
}

/** Own kernels, and stock tfjs on WebAssembly; opened second, because own kernels do without tfjs's active backend. */
async function executors(): Promise<readonly [own: Executor, reference: Executor]> {
  // A page's own thread must not wait, so WebAssembly that waits for its threads there never ends.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const shared = { wasmBinaries, giveUpWebgpu: false } as const;
  const own = valueOf(await createExecutor({ backend: 'webgpu', ...shared }));
  const reference = valueOf(await createExecutor({ backend: 'wasm', ...shared, kernels: 'stock' }));
  return [own, reference];
}

async function differenceFor(
  image: Float32Array,
  compiled: CompiledNetwork,
  reference: CompiledNetwork,
): Promise<number> {
  const { logits } = valueOf(await compiled.run(image));
  const { logits: wanted } = valueOf(await reference.run(image));
  const largest = wanted.reduce((most, logit) => Math.max(most, Math.abs(logit)), 1);
  return largestDifference(logits, wanted) / largest;
}

/**
 * Tunes a network on two pages' worth of executors: how far every picture is from tfjs's answer, how many shapes were known
 * after the first, and whether the second has the same winners to the digit, which only those that were kept can be.
 */
export async function tuningKept(id: string) {
  const [first, second] = [await tunedRun(id), await tunedRun(id)];
  const kept = new Set(second.tuned.map((kernel) => JSON.stringify(kernel)));
  return {
    differences: [...first.differences, ...second.differences],
    shapes: first.tuned.length,
    same: first.tuned.every((kernel) => kept.has(JSON.stringify(kernel))),
  };
}

async function tunedRun(network: string) {
  const executor = valueOf(
    await createExecutor({ backend: 'webgpu', wasmBinaries, giveUpWebgpu: false, tuning: 'always' }),
  );
  const [first] = catalogue.filter(({ id }) => id === network).flatMap(variants);
  if (first === undefined) throw new Error(`${network}: no such network`);
  const { graph } = first;
  const compiled = valueOf(await executor.compile(graph, randomTensors(graph), () => undefined));
  const image = picture(graph, pictures[0]);
  const { logits } = valueOf(await compiled.run(image));
  const [output] = valueOf(await compiled.activations(image, [graph.output.id]));
  const tuned = compiled.tuned ?? [];
  compiled.dispose();
  executor.dispose();
  return { differences: [largestDifference(logits, output?.values ?? [])], tuned };
}

type Case = { readonly name: string; readonly graph: Graph };

function picture(graph: Graph, frequency: number): Float32Array {
  return Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * frequency));
}

/** A network with its defaults, and once for each further value of the options that change its structure. */
function variants(model: Model): readonly Case[] {
  const resolution = model.options['resolution'];
  const smallest = resolution?.kind === 'integer' ? Math.max(resolution.minimum, 32) : 32;
  const structural = Object.entries(model.options).flatMap(([name, spec]) =>
    spec.kind === 'choice'
      ? spec.values.filter((value) => value !== spec.default).map((value) => ({ [name]: value }))
      : [],
  );
  return [{}, ...structural].map((choice: Choice) => ({
    name: [model.id, ...Object.entries(choice).flat()].join(' '),
    graph: foldedGraph(valueOf(model.build({ ...choice, resolution: smallest, classes: 10 }))),
  }));
}
