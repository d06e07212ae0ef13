import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { attempt } from '../errors/attempt';
import type { CompiledNetwork, DeviceMemory, Executor, TuningChoice } from '../device/executor';
import { compileOnStock } from '../device/compileOnStock';
import type { RunError } from '../errors/runError';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import { devicePlanOf, type DevicePlan } from './devicePlan';
import { framePathOf } from './framePath';
import { gpuMemory, type GpuMemory } from './gpuMemory';
import { pipelinesOn, type Pipelines } from './pipelines';
import { planMemory, recordedStep, type Recording } from './recording';
import { recordedNetwork } from './recordedNetwork';
import { fasterOf } from './fasterOf';
import type { Abilities } from './kernelChoice';
import { kernelTuner, type KernelTuner, type TuningOptions } from './kernelTuner';
import { tuningMemory, type TuningMemory } from './tuningMemory';

/** The names of the contenders for a whole network, as stored and shown. */
const names = { own: 'own kernels', stock: 'stock tfjs', half: 'with half precision', exact: 'without' } as const;

/**
 * The executor of the app's own kernels. tfjs shares its device: it runs graphs that have no plan, and reads
 * activations, where nothing may be fused. Where kernels are tuned, tfjs also runs the networks on which it is faster,
 * and 16-bit kernels, where the person allows them, compete with the winner of the two.
 * @param reference tfjs's executor on the same device
 * @param choice whether kernels are also tuned on a software adapter, whose times say nothing about a graphics
 * processor
 */
export function webgpuExecutor(device: WebgpuDevice, reference: Executor, choice: TuningChoice): Executor {
  const { features } = device.gpu;
  const parts = { device, reference, pipelines: pipelinesOn(device.gpu), memories: new Set<GpuMemory>() };
  const abilities = { subgroups: features.has('subgroups'), half: false };
  const isTuned = choice.tuning === 'always' || !device.report.softwareAdapter;
  if (!isTuned) return ownExecutor(parts, abilities, null);
  const halfPrecision = !features.has('shader-f16') ? 'absent' : choice.halfPrecision ? 'on' : 'off';
  const kept = tuningMemory(device.fingerprint);
  const exact = fasterOf(
    { name: names.own, executor: ownExecutor(parts, abilities, kept) },
    { name: names.stock, executor: reference },
    { kept, tolerance: 1e-3 },
  );
  if (halfPrecision !== 'on') return { ...exact, device: { ...reference.device, halfPrecision } };
  // Winners among kernels of both precisions do not hold where only 32 bits are allowed.
  const keptHalf = tuningMemory(`${device.fingerprint}, half precision`);
  const half = fasterOf(
    { name: names.half, executor: ownExecutor(parts, { ...abilities, half: true }, keptHalf) },
    { name: names.exact, executor: exact },
    { kept: keptHalf, tolerance: 5e-2 },
  );
  return { ...half, device: { ...reference.device, halfPrecision } };
}

type OwnParts = {
  readonly device: WebgpuDevice;
  readonly reference: Executor;
  readonly pipelines: Pipelines;
  /** One for each network on the device. */
  readonly memories: Set<GpuMemory>;
};

/** @param kept stored winners of tuning; null to use every step's first kernel */
function ownExecutor(
  { device, reference, pipelines, memories }: OwnParts,
  abilities: Abilities,
  kept: TuningMemory | null,
): Executor {
  const kernels = kernelTuner(device.gpu, { kept, pipelines, abilities });
  return {
    ...reference,
    compile: (graph, tensors, onProgress, signal) => {
      const planned = devicePlanOf(graph);
      if (!planned.ok)
        return compileOnStock(planned.error, () => reference.compile(graph, tensors, onProgress, signal));
      const { value: plan } = planned;
      return attempt(async () => {
        const memory = gpuMemory(device.gpu);
        const free = (): void => {
          memory.dispose();
          memories.delete(memory);
        };
        memories.add(memory);
        const recording = await attempt(() =>
          record({ device, pipelines, memory, kernels, half: abilities.half }, plan, tensors, {
            onProgress,
            signal,
          }),
        );
        if (!recording.ok) {
          free();
          return recording;
        }
        const { run, timer } = recordedNetwork(device, plan, recording.value, memory);
        const inside = lazyActivations(() => reference.compile(graph, tensors, () => undefined));
        return success({
          graph,
          run: (input) => attempt(() => run(input)),
          timer: (input) => attempt(() => timer(input)),
          framePath: (normalisation, count) => {
            const parts = { device, pipelines, memory, plan, recording: recording.value };
            return attempt(async () => success(await framePathOf(parts, normalisation, count)));
          },
          activations: inside.activations,
          tuned: kernels.winnersOf(plan),
          dispose: () => {
            inside.dispose();
            free();
          },
        });
      });
    },
    memory: () => memoryOf(reference, [...memories]),
  };
}

function memoryOf(reference: Executor, own: readonly GpuMemory[]): DeviceMemory {
  const { tensors, bytes } = reference.memory();
  return {
    tensors: own.reduce((sum, memory) => sum + memory.buffers(), tensors),
    bytes: own.reduce((sum, memory) => sum + memory.bytes(), bytes),
  };
}

type RecordingParts = {
  readonly device: WebgpuDevice;
  readonly pipelines: Pipelines;
  readonly memory: GpuMemory;
  readonly kernels: KernelTuner;
  /** Whether to upload weights as 16-bit floats too. */
  readonly half: boolean;
};

/** Uploads the weights, compiles all pipelines in parallel and binds them. */
async function record(
  { device, pipelines, memory, kernels, half }: RecordingParts,
  plan: DevicePlan,
  tensors: TensorValues,
  { onProgress, signal }: TuningOptions,
): Promise<Result<Recording, RunError>> {
  const uploaded = device.scoped(() => planMemory(plan, tensors, memory, half));
  const refused = await uploaded.verdict;
  if (refused !== null) return failure(refused);
  await kernels.tune(plan, uploaded.value, { onProgress, signal });
  let done = 0;
  const steps = await Promise.all(
    plan.steps.map(async (step) => {
      const { program } = kernels.chosenFor(step);
      const pipeline = await pipelines.pipelineOf(program.code);
      done += 1;
      onProgress(done, plan.steps.length);
      return { step, program, pipeline };
    }),
  );
  return success({
    planned: uploaded.value,
    steps: steps.map(({ step, program, pipeline }) =>
      recordedStep(device.gpu, step, program, pipeline, uploaded.value),
    ),
  });
}

/** Compiles the network for activations at the first call, because it holds a second copy of the weights. */
function lazyActivations(
  compile: () => Promise<Result<CompiledNetwork, RunError>>,
): Pick<CompiledNetwork, 'activations' | 'dispose'> {
  let compiled: Promise<Result<CompiledNetwork, RunError>> | null = null;
  return {
    activations: async (input, ids) => {
      compiled ??= compile();
      const network = await compiled;
      return network.ok ? network.value.activations(input, ids) : network;
    },
    dispose: () => {
      void compiled?.then((network) => {
        if (network.ok) network.value.dispose();
      });
    },
  };
}
