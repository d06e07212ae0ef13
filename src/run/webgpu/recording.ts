import type { TensorValues } from '../../nets/weights/tensorValue';
import { memoryRegionsOf } from './memoryRegions';
import type { DevicePlan } from './devicePlan';
import { halfOf } from '../formats/bytes/half';
import { isPointwise, runStart, type BufferId, type DeviceStep } from './deviceStep';
import type { GpuMemory } from './gpuMemory';
import { packedConvolution, packedDepthwise } from './packedWeights';
import type { Binding, Program } from './wgsl/program';
import { slotTable } from './wgsl/program';

/** One dispatch, ready to be issued: all its data is on the device. */
export type RecordedStep = {
  readonly step: DeviceStep;
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly workgroups: readonly [number, number, number];
};

/** A plan's memory on a device: its buffers, and each step's constants. */
export type PlanMemory = {
  readonly bufferOf: (buffer: BufferId) => GPUBuffer;
  readonly constantsOf: (step: DeviceStep) => StepConstants;
};

type StepConstants = {
  readonly weights?: GPUBuffer;
  readonly halfWeights?: GPUBuffer;
  readonly slots?: GPUBuffer;
  readonly copySlots?: GPUBuffer;
};

/** A plan's dispatches in order, and the memory that they use. */
export type Recording = { readonly steps: readonly RecordedStep[]; readonly planned: PlanMemory };

/**
 * Allocates the plan's buffers in shared regions, and uploads the weights.
 * @param half whether to upload the weights of pointwise convolutions as 16-bit floats too
 */
export function planMemory(plan: DevicePlan, tensors: TensorValues, memory: GpuMemory, half: boolean): PlanMemory {
  const shared = memoryRegionsOf(plan);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const regions = shared.floats.map((floats) => memory.zeros(floats * 4, usage));
  const constants = new Map(plan.steps.map((step) => [step, constantsFor(step, { tensors, memory, half })]));
  return {
    bufferOf: (buffer) => {
      const region = regions[shared.regionOf[buffer] ?? -1];
      if (region === undefined) throw new Error(`plan: no buffer ${String(buffer)}`);
      return region;
    },
    constantsOf: (step) => constants.get(step) ?? {},
  };
}

/** Binds a step's buffers to its pipeline. */
export function recordedStep(
  device: GPUDevice,
  step: DeviceStep,
  { bindings, workgroups }: Program,
  pipeline: GPUComputePipeline,
  memory: PlanMemory,
): RecordedStep {
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: bindings.map((binding, index) => ({
      binding: index,
      resource: { buffer: boundBuffer(step, binding, memory) },
    })),
  });
  return { step, pipeline, bindGroup, workgroups };
}

/** Encodes dispatches into a pass. */
export function replay(pass: GPUComputePassEncoder, steps: readonly RecordedStep[]): void {
  for (const { pipeline, bindGroup, workgroups } of steps) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(workgroups[0], workgroups[1], workgroups[2]);
  }
}

type ConstantsSource = { readonly tensors: TensorValues; readonly memory: GpuMemory; readonly half: boolean };

function constantsFor(step: DeviceStep, { tensors, memory, half }: ConstantsSource): StepConstants {
  const { slots } = step.target;
  const table = runStart(slots) === null ? { slots: memory.constants(slotTable(slots)) } : {};
  switch (step.kind) {
    case 'convolution': {
      const packed = packedConvolution(step, tensors);
      return {
        ...table,
        weights: memory.constants(packed),
        ...(half && isPointwise(step) && { halfWeights: memory.constants(Uint16Array.from(packed, halfOf)) }),
        ...(step.copy !== null && { copySlots: memory.constants(slotTable(step.copy.slots)) }),
      };
    }
    case 'depthwise':
      return { ...table, weights: memory.constants(packedDepthwise(step, tensors)) };
    case 'pool':
    case 'globalAverage':
    case 'combine':
      return table;
  }
}

function boundBuffer(step: DeviceStep, { name, source }: Binding, memory: PlanMemory): GPUBuffer {
  const buffer = 'buffer' in source ? memory.bufferOf(source.buffer) : memory.constantsOf(step)[source.constants];
  if (buffer === undefined) throw new Error(`${step.ids.join(', ')}: nothing to bind to ${name}`);
  return buffer;
}
