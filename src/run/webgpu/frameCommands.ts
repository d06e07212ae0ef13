import { frameSize, type Frame } from '../frames/framePixels';
import { centreSquare } from '../frames/preprocess';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import type { DevicePlan } from './devicePlan';
import type { GpuMemory } from './gpuMemory';
import type { Pipelines } from './pipelines';
import { replay, type Recording } from './recording';
import { frameGroupSide } from './wgsl/frameInput';
import { rankGroupSize } from './wgsl/likeliestOutputs';

export type FramePathParts = {
  readonly device: WebgpuDevice;
  readonly pipelines: Pipelines;
  readonly memory: GpuMemory;
  readonly plan: DevicePlan;
  readonly recording: Recording;
};

export type FrameShaders = {
  readonly prepare: GPUComputePipeline;
  readonly rank: GPUComputePipeline;
  readonly resolution: number;
  /** How many outputs the network has, and how many come back. */
  readonly channels: number;
  readonly count: number;
};

/** What a device is told for each frame. */
export type FrameCommands = {
  /** Makes the network's input of a frame's centred square; false where this browser cannot copy such a frame. */
  readonly prepare: (frame: Frame) => boolean;
  /** Runs the network on its input, ranks its outputs and copies the likeliest into a buffer. */
  readonly infer: (staging: GPUBuffer) => void;
  readonly likeliestBytes: number;
};

/** Bytes of one likeliest output: its index and its probability, as floats. */
const likelihoodBytes = 8;

export function frameCommands(
  { device: { gpu }, memory, plan, recording: { steps, planned } }: FramePathParts,
  { prepare, rank, resolution, channels, count }: FrameShaders,
): FrameCommands {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const likeliest = memory.zeros(count * likelihoodBytes, usage);
  const ranking = bound(gpu, rank, [{ buffer: planned.bufferOf(plan.output.buffer) }, { buffer: likeliest }]);
  const squareOf = squares(gpu, memory, (texture) =>
    bound(gpu, prepare, [texture.createView(), { buffer: planned.bufferOf(plan.input.buffer) }]),
  );
  const groups = Math.ceil(resolution / frameGroupSide);
  return {
    prepare: (frame) => {
      const { left, top, side } = centreSquare(...frameSize(frame));
      const { texture, bindGroup } = squareOf(side);
      const source = { source: frame, origin: [left, top] };
      try {
        gpu.queue.copyExternalImageToTexture(source, { texture, premultipliedAlpha: true }, [side, side]);
      } catch {
        // A frame in a format that this browser cannot copy.
        return false;
      }
      submitted(gpu, (encoder) => dispatched(encoder, prepare, bindGroup, [groups, groups]));
      return true;
    },
    infer: (staging) =>
      submitted(gpu, (encoder) => {
        encoder.clearBuffer(likeliest);
        const pass = encoder.beginComputePass();
        replay(pass, steps);
        pass.end();
        dispatched(encoder, rank, ranking, [Math.ceil(channels / rankGroupSize), 1]);
        encoder.copyBufferToBuffer(likeliest, 0, staging, 0, likeliest.size);
      }),
    likeliestBytes: likeliest.size,
  };
}

function bound(gpu: GPUDevice, pipeline: GPUComputePipeline, resources: readonly GPUBindingResource[]): GPUBindGroup {
  return gpu.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: resources.map((resource, binding) => ({ binding, resource })),
  });
}

function submitted(gpu: GPUDevice, commands: (encoder: GPUCommandEncoder) => void): void {
  const encoder = gpu.createCommandEncoder();
  commands(encoder);
  gpu.queue.submit([encoder.finish()]);
}

function dispatched(
  encoder: GPUCommandEncoder,
  pipeline: GPUComputePipeline,
  bindGroup: GPUBindGroup,
  [x, y]: readonly [number, number],
): void {
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindGroup);
  pass.dispatchWorkgroups(x, y);
  pass.end();
}

type Square = { readonly side: number; readonly texture: GPUTexture; readonly bindGroup: GPUBindGroup };

/** The texture of a size, made anew only when frames come in another one. */
function squares(
  gpu: GPUDevice,
  memory: GpuMemory,
  bindGroupOf: (texture: GPUTexture) => GPUBindGroup,
): (side: number) => Square {
  const usage = GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT;
  let last: Square | null = null;
  memory.onDispose(() => last?.texture.destroy());
  return (side) => {
    if (last?.side === side) return last;
    last?.texture.destroy();
    const texture = gpu.createTexture({ size: [side, side], format: 'rgba8unorm', usage });
    last = { side, texture, bindGroup: bindGroupOf(texture) };
    return last;
  };
}
