import { failure, success, type Result } from '../../nets/result';
import { attempt } from '../errors/attempt';
import type { FrameOutput, FramePath, Likelihood } from '../device/executor';
import { frameSize, type Frame } from '../frames/framePixels';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import { naturalLayout, sameLayout } from './channelLayout';
import type { MapView } from './deviceStep';
import { frameCommands, type FrameCommands, type FramePathParts } from './frameCommands';
import type { GpuMemory } from './gpuMemory';
import { frameInputCode } from './wgsl/frameInput';
import { likeliestOutputsCode } from './wgsl/likeliestOutputs';

/** Frames larger than this many times the network's resolution are reduced on the CPU first. */
const maxReduction = 8;

/**
 * Classifies a frame entirely on the GPU: its centre square is copied to a texture, one dispatch computes the input,
 * one finds the likeliest outputs after the network has run, and only those are read back. Null for a network whose
 * input is not a square RGB image or whose output is not a vector.
 * @param wanted max number of outputs to read back
 */
export async function framePathOf(
  parts: FramePathParts,
  normalisation: Normalisation,
  wanted: number,
): Promise<FramePath | null> {
  const { plan, pipelines } = parts;
  const { input, output } = plan;
  const channels = output.layout.filter((channel) => channel !== null).length;
  if (!isImage(input) || !isVector(output, channels)) return null;
  const count = Math.min(wanted, channels);
  const resolution = input.height;
  const [prepare, rank] = await Promise.all([
    pipelines.pipelineOf(frameInputCode(resolution, normalisation)),
    pipelines.pipelineOf(likeliestOutputsCode(channels, output.firstSlot / 4, count)),
  ]);
  const commands = frameCommands(parts, { prepare, rank, resolution, channels, count });
  const run = frameRunner(parts.device, commands, parts.memory);
  return {
    accepts: (frame) => Math.min(...frameSize(frame)) <= maxReduction * resolution,
    run: (frame) => attempt(() => run(frame)),
  };
}

/** Whether a buffer holds a square RGB image and nothing else: red, green, blue and a hole. */
function isImage({ layout, pixelSlots, height, width }: MapView): boolean {
  return height === width && pixelSlots === 4 && sameLayout(layout, naturalLayout(3));
}

function isVector({ layout, height, width }: MapView, channels: number): boolean {
  return height * width === 1 && sameLayout(layout, naturalLayout(channels));
}

function frameRunner(
  device: WebgpuDevice,
  { prepare, infer, likeliestBytes }: FrameCommands,
  memory: GpuMemory,
): (frame: Frame) => Promise<Result<FrameOutput | null, RunError>> {
  const stagings = stagingBuffers(memory, likeliestBytes);
  /** When the device finished the last frame: the times of the next one count from then. */
  let doneAt = 0;
  return async (frame) => {
    const begin = performance.now();
    const preparing = device.scoped(() => prepare(frame));
    if (!preparing.value) return success(null);
    const prepared = timeOf(device.idle());
    const staging = stagings.take();
    const computing = device.scoped(() => infer(staging));
    const computed = timeOf(device.idle());
    const mapped = timeOf(staging.mapAsync(GPUMapMode.READ));
    const issueMs = performance.now() - begin;
    try {
      const [preparedAt, computedAt, mappedAt] = await Promise.all([prepared, computed, mapped]);
      const startedAt = Math.max(begin, doneAt);
      doneAt = computedAt;
      const likely = likelihoods(new Float32Array(staging.getMappedRange()));
      const timings = {
        preprocessMs: Math.max(0, preparedAt - startedAt),
        inferenceMs: computedAt - preparedAt,
        readbackMs: Math.max(0, mappedAt - computedAt),
        issueMs,
      };
      if ((await preparing.verdict) !== null) return success(null);
      const refused = await computing.verdict;
      return refused === null ? success({ likely, ...timings }) : failure(refused);
    } finally {
      stagings.giveBack(staging);
    }
  };
}

function likelihoods(pairs: Float32Array): readonly Likelihood[] {
  return Array.from({ length: pairs.length / 2 }, (_, rank) => ({
    index: pairs[2 * rank] ?? 0,
    probability: pairs[2 * rank + 1] ?? 0,
  }));
}

/** When `event` happens, by `performance.now()`. */
async function timeOf(event: Promise<unknown>): Promise<number> {
  await event;
  return performance.now();
}

type StagingBuffers = { readonly take: () => GPUBuffer; readonly giveBack: (buffer: GPUBuffer) => void };

/** Readback buffers for two frames in flight at once; more are created on demand. */
function stagingBuffers(memory: GpuMemory, bytes: number): StagingBuffers {
  const create = (): GPUBuffer => memory.zeros(bytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const free = [create(), create()];
  return {
    take: () => free.pop() ?? create(),
    giveBack: (buffer) => {
      buffer.unmap();
      free.push(buffer);
    },
  };
}
