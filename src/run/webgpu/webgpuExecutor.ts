import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/tensorValue';
import { attempt } from '../attempt';
import type { CompiledNetwork, Executor } from '../executor';
import type { RunError } from '../runError';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import { candidatesOf } from './kernelChoice';
import { devicePlanOf, type DevicePlan } from './devicePlan';
import { gpuMemory, type GpuMemory } from './gpuMemory';
import { pipelinesOn, type Pipelines } from './pipelines';
import { planMemory, recordedStep, type Recording } from './recording';
import { recordedNetwork } from './recordedNetwork';

/**
 * The executor of the app's own kernels. tfjs shares its device: it computes the graphs that have no plan, and looks
 * inside networks, where nothing may be fused.
 * @param reference tfjs's executor on the same device
 */
export function webgpuExecutor(device: WebgpuDevice, reference: Executor): Executor {
  const pipelines = pipelinesOn(device.gpu);
  const memories = new Set<GpuMemory>();
  return {
    ...reference,
    compile: (graph, tensors, onProgress) => {
      const plan = devicePlanOf(graph);
      if (plan === null) return reference.compile(graph, tensors, onProgress);
      return attempt(async () => {
        const memory = gpuMemory(device.gpu);
        const free = (): void => {
          memory.dispose();
          memories.delete(memory);
        };
        memories.add(memory);
        const recording = await attempt(() => record({ device, pipelines, memory }, plan, tensors, onProgress));
        if (!recording.ok) {
          free();
          return recording;
        }
        const { run, layerTimes } = recordedNetwork(device, plan, recording.value, memory);
        const inside = lookInside(() => reference.compile(graph, tensors, () => undefined));
        return success({
          graph,
          run: (input) => attempt(() => run(input)),
          ...(layerTimes !== undefined && {
            layerTimes: (input, options) => attempt(() => layerTimes(input, options)),
          }),
          activations: inside.activations,
          dispose: () => {
            inside.dispose();
            free();
          },
        });
      });
    },
    memory: () => {
      const { tensors, bytes } = reference.memory();
      const own = [...memories];
      return {
        tensors: own.reduce((sum, memory) => sum + memory.buffers(), tensors),
        bytes: own.reduce((sum, memory) => sum + memory.bytes(), bytes),
      };
    },
  };
}

type RecordingParts = { readonly device: WebgpuDevice; readonly pipelines: Pipelines; readonly memory: GpuMemory };

/** Uploads the weights, makes every pipeline, all at once, and binds them. */
async function record(
  { device, pipelines, memory }: RecordingParts,
  plan: DevicePlan,
  tensors: TensorValues,
  onProgress: (done: number, total: number) => void,
): Promise<Result<Recording, RunError>> {
  const uploaded = device.scoped(() => planMemory(plan, tensors, memory));
  let done = 0;
  const steps = await Promise.all(
    plan.steps.map(async (step) => {
      const [{ program }] = candidatesOf(step);
      const pipeline = await pipelines.pipelineOf(program.code);
      done += 1;
      onProgress(done, plan.steps.length);
      return { step, program, pipeline };
    }),
  );
  const refused = await uploaded.verdict;
  if (refused !== null) return failure(refused);
  return success({
    planned: uploaded.value,
    steps: steps.map(({ step, program, pipeline }) =>
      recordedStep(device.gpu, step, program, pipeline, uploaded.value),
    ),
  });
}

/** Compiles the network that is looked into when somebody first does, because it holds the weights once more. */
function lookInside(
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
