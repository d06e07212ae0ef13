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
  /** The number of outputs. */
  readonly channels: number;
  /** How many of the likeliest outputs are read back. */
  readonly count: number;
};

/** The commands for one frame. */
export type FrameCommands = {
  /** Computes the network's input from a frame's centre square; false where this browser cannot copy such a frame. */
  readonly prepare: (frame: Frame) => boolean;
  /** Runs the network, ranks its outputs and copies the likeliest into `staging`. */
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
  const ranking = bindGroupOf(gpu, rank, [{ buffer: planned.bufferOf(plan.output.buffer) }, { buffer: likeliest }]);
  const squareOf = squareTextures(gpu, memory, (texture) =>
    bindGroupOf(gpu, prepare, [texture.createView(), { buffer: planned.bufferOf(plan.input.buffer) }]),
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
        // This browser cannot copy frames of this format.
        return false;
      }
      submit(gpu, (encoder) => dispatch(encoder, prepare, bindGroup, [groups, groups]));
      return true;
    },
    infer: (staging) =>
      submit(gpu, (encoder) => {
        encoder.clearBuffer(likeliest);
        const pass = encoder.beginComputePass();
        replay(pass, steps);
        pass.end();
        dispatch(encoder, rank, ranking, [Math.ceil(channels / rankGroupSize), 1]);
        encoder.copyBufferToBuffer(likeliest, 0, staging, 0, likeliest.size);
      }),
    likeliestBytes: likeliest.size,
  };
}

function bindGroupOf(
  gpu: GPUDevice,
  pipeline: GPUComputePipeline,
  resources: readonly GPUBindingResource[],
): GPUBindGroup {
  return gpu.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: resources.map((resource, binding) => ({ binding, resource })),
  });
}

function submit(gpu: GPUDevice, commands: (encoder: GPUCommandEncoder) => void): void {
  const encoder = gpu.createCommandEncoder();
  commands(encoder);
  gpu.queue.submit([encoder.finish()]);
}

function dispatch(
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

/** A texture for square frames, recreated when their size changes. */
function squareTextures(
  gpu: GPUDevice,
  memory: GpuMemory,
  bindTexture: (texture: GPUTexture) => GPUBindGroup,
): (side: number) => Square {
  const usage = GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT;
  let last: Square | null = null;
  memory.onDispose(() => last?.texture.destroy());
  return (side) => {
    if (last?.side === side) return last;
    last?.texture.destroy();
    const texture = gpu.createTexture({ size: [side, side], format: 'rgba8unorm', usage });
    last = { side, texture, bindGroup: bindTexture(texture) };
    return last;
  };
}
