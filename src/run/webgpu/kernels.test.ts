import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { valueAt } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { elementCount } from '../../nets/op';
import type { Choice } from '../../nets/parameter';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { networkInput } from '../frames/preprocess';
import { stubDawn } from '../fixtures/dawn';
import { foldedWitness, largestDifference, opWitnesses } from '../fixtures/opWitness';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { tfjsExecutor } from '../tfjs/tfjsExecutor';
import { gpuAdapter } from '../tfjs/gpuAdapter';
import { openWebgpu, type WebgpuDevice } from '../tfjs/webgpuDevice';
import { randomTensors } from '../weights/randomTensors';
import { devicePlanOf, type DevicePlan } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import { gpuMemory } from './gpuMemory';
import { type Candidate, candidatesOf } from './kernelChoice';
import { pipelinesOn, type Pipelines } from './pipelines';
import { recordedNetwork } from './recordedNetwork';
import { planMemory, recordedStep } from './recording';
import { webgpuExecutor } from './webgpuExecutor';
import { frameGroupSide, frameInputCode } from './wgsl/frameInput';
import { likeliestOutputsCode, rankGroupSize } from './wgsl/likeliestOutputs';

/** Between them they have every kind of step, fused and not, and layouts with holes. */
const networks: readonly (readonly [id: string, choice: Choice])[] = [
  ['shufflenet-v1', { groups: 3 }],
  ['shufflenet-v2', { width: 0.5 }],
  ['mobilenet-v3', { size: 'small' }],
];

const hasAdapter = await stubDawn();
/** By the network's id. */
const plainOutputs = new Map<string, Float32Array>();

// A processor that plays a graphics card takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let device: WebgpuDevice;
let pipelines: Pipelines;

beforeAll(async () => {
  if (!hasAdapter) return;
  // First, since tfjs has one active backend.
  const plain = await wasmExecutor('stock');
  for (const [id, choice] of networks) {
    const { graph, tensors, values } = seeded(id, choice);
    plainOutputs.set(id, valueOf(await (await compiled(plain, graph, tensors)).run(values)).logits);
  }
  plain.dispose();
  device = valueOf(await openWebgpu(valueOf(await gpuAdapter(true))));
  pipelines = pipelinesOn(device.gpu);
});

afterAll(() => {
  if (hasAdapter) device.dispose();
});

/** The kernels that this device can run, of a step. */
function kernelsOf(step: DeviceStep): readonly Candidate[] {
  return candidatesOf(step, {
    subgroups: device.gpu.features.has('subgroups'),
    half: device.gpu.features.has('shader-f16'),
  });
}

/** The logits of a plan in which each step is computed by its kernel of this number, or by its last. */
async function outputOf(plan: DevicePlan, tensors: TensorValues, values: Float32Array, kernel: number) {
  const memory = gpuMemory(device.gpu);
  const planned = planMemory(plan, tensors, memory, device.gpu.features.has('shader-f16'));
  const steps = await Promise.all(
    plan.steps.map(async (step) => {
      const kernels = kernelsOf(step);
      const { program } = kernels[Math.min(kernel, kernels.length - 1)] ?? candidatesOf(step, nothing)[0];
      return recordedStep(device.gpu, step, program, await pipelines.pipelineOf(program.code), planned);
    }),
  );
  const { run } = recordedNetwork(device, plan, { steps, planned }, memory);
  // Twice, since a replay must not depend on what the previous one left in memory.
  valueOf(await run(values.map((value) => -value)));
  const { logits } = valueOf(await run(values));
  memory.dispose();
  return logits;
}

const nothing = { subgroups: false, half: false };

/** How many numbers a kernel can have in a plan. */
function kernelCount({ steps }: DevicePlan): number {
  return Math.max(...steps.map((step) => kernelsOf(step).length));
}

function largest(values: Float32Array): number {
  return values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}

describe.skipIf(!hasAdapter)('every kernel, on a Vulkan driver', () => {
  test.each(opWitnesses.map(foldedWitness))('computes what PyTorch computes: $name', async (witness) => {
    const plan = valueOf(devicePlanOf(witness.graph));
    for (let kernel = 0; kernel < kernelCount(plan); kernel += 1) {
      const logits = await outputOf(plan, witness.tensors, witness.input, kernel);
      expect(largestDifference(logits, witness.output), `kernel ${String(kernel)}`).toBeLessThan(2e-5);
    }
  });

  test.each(networks)('computes the logits of %s %o that plain WebAssembly computes', async (id, choice) => {
    const { graph, tensors, values } = seeded(id, choice);
    const wanted = valueAt(plainOutputs, id);
    const logits = await outputOf(valueOf(devicePlanOf(graph)), tensors, values, 0);
    expect(largestDifference(logits, wanted) / largest(wanted)).toBeLessThan(1e-4);
  });
});

describe.skipIf(!hasAdapter)('a network on the device', () => {
  test('computes what PyTorch computes with the kernels that tuning chose, and frees everything', async () => {
    const executor = webgpuExecutor(device, tfjsExecutor(device), { tuning: 'always', halfPrecision: false });
    const witness = opWitnesses.map(foldedWitness).find(({ name }) => name === 'squeeze and excite');
    if (witness === undefined) throw new Error('no such witness');
    const before = executor.memory().tensors;
    const network = await compiled(executor, witness.graph, witness.tensors);
    const { logits } = valueOf(await network.run(witness.input));
    expect(largestDifference(logits, witness.output)).toBeLessThan(2e-5);
    expect(network.tuned?.length).toBeGreaterThan(0);
    expect(network.tuned?.flatMap(({ wrong = [] }) => wrong)).toEqual([]);
    network.dispose();
    expect(executor.memory().tensors).toBe(before);
  });
});

describe.skipIf(!hasAdapter)('the shaders around a network', () => {
  test.each([
    [5, 8],
    [8, 8],
    [24, 9],
  ])('resize a square of %i pixels to %i as the processor does, over white', async (side, resolution) => {
    const normalisation = { mean: [0.5, 0.4, 0.3], std: [0.2, 0.3, 0.4] } as const;
    const data = Uint8Array.from({ length: side * side * 4 }, (_, at) => (at * 89) % 256);
    const wanted = networkInput({ width: side, height: side, data }, resolution, normalisation);
    const texture = device.gpu.createTexture({
      size: [side, side],
      format: 'rgba8unorm',
      usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST,
    });
    const layout = { bytesPerRow: side * 4 };
    device.gpu.queue.writeTexture({ texture }, premultiplied(data), layout, [side, side]);
    const groups = Math.ceil(resolution / frameGroupSide);
    const pixels = await resultOf({
      code: frameInputCode(resolution, normalisation),
      input: texture.createView(),
      floats: resolution * resolution * 4,
      groups: [groups, groups],
    });
    // Every fourth float is a hole. Premultiplied texels are rounded to 8 bits.
    const got = pixels.filter((_, at) => at % 4 < 3);
    expect(largestDifference(got, wanted)).toBeLessThan(2 / 255 / 0.2);
    expect(pixels.filter((_, at) => at % 4 === 3)).toEqual(new Float32Array(resolution * resolution));
  });

  test('rank outputs by their softmax, the first of two equal ones first', async () => {
    const logits = [1, 5, -2, 5, 0, 3, 2];
    const padding = [99, 99, 99, 99];
    const memory = gpuMemory(device.gpu);
    const ranked = await resultOf({
      code: likeliestOutputsCode(logits.length, 1, 3),
      input: { buffer: memory.constants(new Float32Array([...padding, ...logits, 99])) },
      floats: 6,
      groups: [Math.ceil(logits.length / rankGroupSize), 1],
    });
    memory.dispose();
    const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
    const share = (logit: number) => Math.exp(logit) / sum;
    const wanted = [1, share(5), 3, share(5), 5, share(3)];
    expect(largestDifference(ranked, wanted)).toBeLessThan(1e-6);
  });
});

function seeded(id: string, choice: Choice) {
  const declared = builtGraph(valueOf(modelById(id)), { ...choice, resolution: 64, classes: 10 });
  const graph = foldedGraph(declared);
  return {
    graph,
    tensors: foldedTensors(declared, randomTensors(declared)),
    values: Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * 0.7)),
  };
}

function premultiplied(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(data, (value, at) =>
    at % 4 === 3 ? value : Math.round((value * (data[at - (at % 4) + 3] ?? 0)) / 255),
  );
}

type Dispatch = {
  readonly code: string;
  readonly input: GPUBindingResource;
  /** Length of the result. */
  readonly floats: number;
  readonly groups: readonly [number, number];
};

/** What a shader writes that reads binding 0 and writes binding 1. */
async function resultOf({ code, input, floats, groups }: Dispatch): Promise<Float32Array> {
  const { gpu } = device;
  const memory = gpuMemory(gpu);
  const pipeline = await pipelines.pipelineOf(code);
  const buffer = memory.zeros(floats * 4, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
  const readback = memory.zeros(floats * 4, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const entries = [
    { binding: 0, resource: input },
    { binding: 1, resource: { buffer } },
  ];
  const encoder = gpu.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, gpu.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(...groups);
  pass.end();
  encoder.copyBufferToBuffer(buffer, 0, readback, 0, floats * 4);
  gpu.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const result = new Float32Array(readback.getMappedRange(0, floats * 4).slice(0));
  readback.unmap();
  memory.dispose();
  return result;
}
