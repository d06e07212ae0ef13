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

/** A picture this many times the network's resolution is better made smaller once on the processor. */
const mostReduction = 8;

/**
 * The way of a picture through a recorded network: its centred square is copied to a texture, one dispatch makes the
 * input of it, one finds the likeliest outputs, and only those are read back. Null for a network that does not read
 * one square of colours or does not end in one vector.
 */
export async function framePathOf(
  parts: FramePathParts,
  normalisation: Normalisation,
  wanted: number,
): Promise<FramePath | null> {
  const { plan, pipelines } = parts;
  const { input, output } = plan;
  const channels = output.layout.filter((channel) => channel !== null).length;
  if (!isPicture(input) || !isVector(output, channels)) return null;
  const count = Math.min(wanted, channels);
  const resolution = input.height;
  const [prepare, rank] = await Promise.all([
    pipelines.pipelineOf(frameInputCode(resolution, normalisation)),
    pipelines.pipelineOf(likeliestOutputsCode(channels, output.firstSlot / 4, count)),
  ]);
  const commands = frameCommands(parts, { prepare, rank, resolution, channels, count });
  const run = frameRunner(parts.device, commands, parts.memory);
  return {
    takes: (frame) => Math.min(...frameSize(frame)) <= mostReduction * resolution,
    run: (frame) => attempt(() => run(frame)),
  };
}

/** Red, green, blue and a hole, the buffer holding nothing else. */
function isPicture({ layout, pixelSlots, height, width }: MapView): boolean {
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
  /** When the device had done the last frame: the next one's parts count from then on. */
  let doneAt = 0;
  return async (frame) => {
    const begin = performance.now();
    const preparing = device.scoped(() => prepare(frame));
    if (!preparing.value) return success(null);
    const prepared = moment(device.idle());
    const staging = stagings.take();
    const computing = device.scoped(() => infer(staging));
    const computed = moment(device.idle());
    const mapped = moment(staging.mapAsync(GPUMapMode.READ));
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

async function moment(event: Promise<unknown>): Promise<number> {
  await event;
  return performance.now();
}

type StagingBuffers = { readonly take: () => GPUBuffer; readonly giveBack: (buffer: GPUBuffer) => void };

/** Buffers to read results from, for two frames under way at once; more are made when there are more. */
function stagingBuffers(memory: GpuMemory, bytes: number): StagingBuffers {
  const made = (): GPUBuffer => memory.zeros(bytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const free = [made(), made()];
  return {
    take: () => free.pop() ?? made(),
    giveBack: (buffer) => {
      buffer.unmap();
      free.push(buffer);
    },
  };
}
