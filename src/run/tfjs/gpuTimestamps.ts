import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { clockStep } from '../clockResolution';
import type { StepClock } from './tfjsDevice';

/** Passes that one timing may consist of; each takes two timestamps. */
const mostPasses = 1024;

/**
 * Timestamps that the graphics processor writes at both ends of every compute pass, for commands that tfjs records. tfjs
 * can time kernels itself, but one by one: what is shorter than the clock's step then reads 0, however often it is
 * repeated. Null where the device gives no timestamps.
 * @param flush ends the pass that is open and submits what was recorded
 */
export async function gpuTimestamps(backend: WebGPUBackend, flush: () => void): Promise<StepClock | null> {
  const { device } = backend;
  if (!device.features.has('timestamp-query')) return null;
  const querySet = device.createQuerySet({ type: 'timestamp', count: 2 * mostPasses });
  const bytes = 2 * mostPasses * 8;
  const resolved = device.createBuffer({ size: bytes, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
  const readable = device.createBuffer({ size: bytes, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });

  /** The timestamps of all passes that `commands` make, in nanoseconds. */
  const timestamps = async (commands: () => void): Promise<readonly bigint[]> => {
    flush();
    const passes = withEncoder(backend, querySet, commands);
    flush();
    const encoder = device.createCommandEncoder();
    encoder.resolveQuerySet(querySet, 0, 2 * passes, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readable, 0, 16 * passes);
    device.queue.submit([encoder.finish()]);
    await readable.mapAsync(GPUMapMode.READ, 0, 16 * passes);
    const read = [...new BigUint64Array(readable.getMappedRange(0, 16 * passes))];
    readable.unmap();
    return read;
  };

  return {
    clock: { kind: 'timestamps', resolutionMs: await resolutionMs(timestamps) },
    time: async (commands) => {
      const read = await timestamps(commands);
      return Math.max(0, Number((read.at(-1) ?? 0n) - (read[0] ?? 0n)) / 1e6);
    },
  };
}

/** Runs commands that are submitted in one go, each pass of theirs between two timestamps. How many there were. */
function withEncoder(backend: WebGPUBackend, querySet: GPUQuerySet, commands: () => void): number {
  const batchSize = tf.env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE');
  backend.ensureCommandEncoderReady();
  const encoder: unknown = Reflect.get(backend, 'commandEncoder');
  if (!(encoder instanceof GPUCommandEncoder)) throw new Error('timestamps: tfjs has no command encoder');
  const begin = encoder.beginComputePass.bind(encoder);
  let passes = 0;
  encoder.beginComputePass = (descriptor) => {
    if (passes === mostPasses) throw new Error(`timestamps: too many passes (wanted at most ${String(mostPasses)})`);
    const index = 2 * passes;
    passes += 1;
    const timestampWrites = { querySet, beginningOfPassWriteIndex: index, endOfPassWriteIndex: index + 1 };
    return begin({ ...descriptor, timestampWrites });
  };
  // Commands that went out while others are still being recorded would let the device wait, and count the waiting.
  tf.env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', Number.MAX_SAFE_INTEGER);
  try {
    commands();
  } finally {
    tf.env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', batchSize);
  }
  return passes;
}

/** From the readings around a few small computations. */
async function resolutionMs(timestamps: (commands: () => void) => Promise<readonly bigint[]>): Promise<number> {
  const readings: bigint[] = [];
  for (let run = 0; run < 8; run += 1) {
    const read = await timestamps(() => {
      tf.tidy(() => tf.relu(tf.relu(tf.zeros([1, 16, 16, 1 + run]))));
    });
    readings.push(...read);
  }
  return Number(clockStep(readings)) / 1e6;
}
