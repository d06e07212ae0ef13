import { failure, success } from '../../nets/result';
import type { CompiledNetwork } from '../device/executor';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import type { DevicePlan } from './devicePlan';
import type { GpuMemory } from './gpuMemory';
import { fillSlots, valuesInSlots } from './mapValues';
import { replay, type Recording } from './recording';
import { recordedTimer } from './recordedTimer';

/** A plan on a device, replayed for each frame: a frame decides, allocates and compiles nothing. */
export type RecordedNetwork = Required<Pick<CompiledNetwork, 'run' | 'timer'>>;

export function recordedNetwork(
  device: WebgpuDevice,
  plan: DevicePlan,
  { steps, planned }: Recording,
  memory: GpuMemory,
): RecordedNetwork {
  const { gpu } = device;
  const { output } = plan;
  const bytes = output.height * output.width * output.pixelSlots * 4;
  const readback = memory.zeros(bytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const input = planned.bufferOf(plan.input.buffer);
  const result = planned.bufferOf(output.buffer);
  const slotted = new Float32Array(plan.input.height * plan.input.width * plan.input.pixelSlots);
  const writeInput = (values: Float32Array): void => {
    fillSlots(slotted, values, plan.input);
    gpu.queue.writeBuffer(input, 0, slotted);
  };
  return {
    timer: async (values) => success(await recordedTimer(device, steps, () => writeInput(values))),
    run: async (values) => {
      const begin = performance.now();
      const { verdict } = device.scoped(() => {
        writeInput(values);
        const encoder = gpu.createCommandEncoder();
        const pass = encoder.beginComputePass();
        replay(pass, steps);
        pass.end();
        encoder.copyBufferToBuffer(result, 0, readback, 0, bytes);
        gpu.queue.submit([encoder.finish()]);
      });
      const issued = performance.now();
      const [computed] = await Promise.all([
        device.idle().then(() => performance.now()),
        readback.mapAsync(GPUMapMode.READ, 0, bytes),
      ]);
      const logits = valuesInSlots(new Float32Array(readback.getMappedRange(0, bytes)), output);
      readback.unmap();
      const refused = await verdict;
      if (refused !== null) return failure(refused);
      return success({
        logits,
        inferenceMs: computed - begin,
        readbackMs: performance.now() - computed,
        issueMs: issued - begin,
      });
    },
  };
}
