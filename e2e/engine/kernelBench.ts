import { env } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { createExecutor } from '../../src/run/engine/createExecutor';
import { defaultTuning, type CompiledNetwork, type Executor } from '../../src/run/device/executor';
import { largestDifference } from '../../src/run/fixtures/opWitness';
import { randomTensors } from '../../src/run/weights/randomTensors';
import { wasmBinaries } from '../../src/run/device/wasmBinaries';
import { agreementOn, bytesOf } from '../../src/run/webgpu/agreement';
import { devicePlanOf } from '../../src/run/webgpu/devicePlan';
import { readsOf } from '../../src/run/webgpu/deviceStep';
import { gpuMemory } from '../../src/run/webgpu/gpuMemory';
import { candidatesOf } from '../../src/run/webgpu/kernelChoice';
import { pipelinesOn } from '../../src/run/webgpu/pipelines';
import { planMemory, recordedStep } from '../../src/run/webgpu/recording';
import { stepShape } from '../../src/run/webgpu/stepShape';
import { activation, conv, fullyConnected, globalAveragePool, input } from '../../src/nets/build';
import { foldedGraph } from '../../src/nets/weights/fold';
import { graphOf, type Graph } from '../../src/nets/graph';
import { catalogue } from '../../src/nets/models/index';
import type { Model } from '../../src/nets/models/model';
import { elementCount } from '../../src/nets/op';
import type { Choice } from '../../src/nets/parameter';
import { listedValues } from '../../src/nets/parameter';
import type { Result } from '../../src/nets/result';
import { valueOf } from './valueOf';

/** Frequencies of two pictures, so that a result left in memory by the first cannot pass for the second's. */
const pictures = [0.37, 0.53] as const;

/**
 * Differences between the app's kernels and tfjs running op by op, relative to the largest logit, by network and picture.
 * The reference runs on WebAssembly: op by op, the software adapter takes a hundred times as long.
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

/** The app's kernels, and stock tfjs on WebAssembly, which opens second because only it needs tfjs's active backend. */
async function executors(): Promise<readonly [own: Executor, reference: Executor]> {
  // The main thread must not block, so multithreaded WebAssembly would hang here.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const shared = { wasmBinaries } as const;
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
  const largest = wanted.reduce((max, logit) => Math.max(max, Math.abs(logit)), 1);
  return largestDifference(logits, wanted) / largest;
}

/**
 * Tunes a small network with two executors in turn: the differences between running and reading activations, the first
 * one's winners, and whether the second one's timings are identical, which only stored timings can be.
 */
export async function tuneTwice() {
  const [first, second] = [await tunedRun(), await tunedRun()];
  const kept = new Set(second.tuned.map((kernel) => JSON.stringify(kernel)));
  return {
    differences: [...first.differences, ...second.differences],
    tuned: first.tuned,
    same: first.tuned.every((kernel) => kept.has(JSON.stringify(kernel))),
  };
}

async function tunedRun() {
  const tuning = { ...defaultTuning, tuning: 'always' } as const;
  const executor = valueOf(await createExecutor({ backend: 'webgpu', wasmBinaries, tuning }));
  const graph = smallNetwork();
  const compiled = valueOf(await executor.compile(graph, randomTensors(graph), () => undefined));
  const image = picture(graph, pictures[0]);
  const { logits } = valueOf(await compiled.run(image));
  const [output] = valueOf(await compiled.activations(image, [graph.output.id]));
  const tuned = compiled.tuned ?? [];
  compiled.dispose();
  executor.dispose();
  return { differences: [largestDifference(logits, output?.values ?? [])], tuned };
}

/** A pointwise convolution of a map and one of a single pixel, which 16-bit kernels and subgroups speed up. */
function smallNetwork(): Graph {
  const map = conv('map', input({ height: 6, width: 5, channels: 24 }), { outChannels: 40, kernel: 1 });
  return graphOf(fullyConnected('classes', globalAveragePool('pool', activation('relu', map, 'relu')), 36));
}

/**
 * Whether each 16-bit kernel of a network's steps, by shape and name, agrees with the step's first kernel, which computes
 * with 32 bits. Null where the adapter has no 16-bit numbers.
 */
export async function halfVerdicts(network: string): Promise<Readonly<Record<string, boolean>> | null> {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter?.features.has('shader-f16') !== true) return null;
  const device = await adapter.requestDevice({ requiredFeatures: ['shader-f16'] });
  const [variant] = catalogue.filter(({ id }) => id === network).flatMap(variants);
  if (variant === undefined) throw new Error(`no network ${network}`);
  const plan = valueOf(devicePlanOf(variant.graph));
  const buffers = gpuMemory(device);
  const memory = planMemory(plan, randomTensors(variant.graph), buffers, true);
  const agreement = agreementOn(device, memory, Math.max(...plan.steps.flatMap(readsOf).map(bytesOf)));
  const pipelines = pipelinesOn(device);
  const verdicts: Record<string, boolean> = {};
  for (const step of plan.steps) {
    const [exact, ...others] = candidatesOf(step, { subgroups: false, half: true });
    const compared = [exact, ...others.filter(({ program }) => program.code.startsWith('enable f16;'))];
    const recorded = await Promise.all(
      compared.map(async ({ program }) =>
        recordedStep(device, step, program, await pipelines.pipelineOf(program.code), memory),
      ),
    );
    const found = await agreement.verdicts(
      recorded,
      compared.map(({ tolerance }) => tolerance),
    );
    for (const [index, { name }] of compared.entries()) {
      if (index > 0) verdicts[`${stepShape(step)}: ${name}`] = found[index] === true;
    }
  }
  agreement.dispose();
  buffers.dispose();
  device.destroy();
  return verdicts;
}

/**
 * The compiler's errors in 16-bit kernels with their vectors aliased to 32 bits: software adapters have no 16-bit numbers,
 * and the rest of the shader is unchanged.
 */
export async function faultsOfHalfKernels(): Promise<readonly string[]> {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter?.requestDevice();
  const { steps } = valueOf(devicePlanOf(smallNetwork()));
  const halves = steps
    .flatMap((step) => [...candidatesOf(step, { subgroups: false, half: true })])
    .filter(({ program }) => program.code.startsWith('enable f16;'));
  const faults = halves.map(async ({ name, program }) => {
    const code = program.code.replace('enable f16;', 'alias vec4h = vec4f;');
    const info = await device?.createShaderModule({ code }).getCompilationInfo();
    return info?.messages.map(({ message }) => `${name}: ${message}`) ?? [`${name}: no device`];
  });
  const found = (await Promise.all(faults)).flat();
  device?.destroy();
  return halves.length === 0 ? ['no kernel computes with 16-bit numbers'] : found;
}

type Case = { readonly name: string; readonly graph: Graph };

function picture(graph: Graph, frequency: number): Float32Array {
  return Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * frequency));
}

/**
 * A network with its defaults, and further ones that between them have every value of the options that change its
 * structure: several options at a time, and alone those that do not go together.
 */
function variants(model: Model): readonly Case[] {
  const options = Object.entries(model.options).map(
    ([name, option]) => [name, (listedValues(option) ?? []).filter((value) => value !== option.default)] as const,
  );
  const rounds = Math.max(...options.map(([, values]) => values.length));
  const together = Array.from({ length: rounds }, (_, round): Choice =>
    Object.fromEntries(
      options.flatMap(([name, values]) => values.slice(round, round + 1).map((value) => [name, value])),
    ),
  );
  const choices = together.flatMap((choice) =>
    builtSmall(model, choice).ok ? [choice] : Object.entries(choice).map(([name, value]) => ({ [name]: value })),
  );
  return [{}, ...choices].map((choice: Choice) => ({
    name: [model.id, ...Object.entries(choice).flat()].join(' '),
    graph: foldedGraph(valueOf(builtSmall(model, choice))),
  }));
}

function builtSmall(model: Model, choice: Choice): Result<Graph> {
  return model.build({ ...choice, resolution: Math.max(model.options.resolution.minimum, 32), classes: 10 });
}
