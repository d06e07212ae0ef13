import { conv, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { costOf } from '../../nets/readings/cost';
import { success, type Result } from '../../nets/result';
import type { Executor } from '../device/executor';
import { randomTensors } from '../weights/randomTensors';
import type { RunError } from '../errors/runError';
import { openTimer } from './openTimer';
import type { DevicePeaks } from './devicePeaks';
import { peakPerSecond } from './devicePeaks';

/** Larger than the caches of most processors. */
const copiedBytes = 64 * 2 ** 20;

/**
 * Measures the peaks of WebAssembly on this processor: a matrix product (a 1x1 convolution of 512 channels) by the
 * library that runs the networks, on all its threads, and a plain copy of memory.
 */
export async function wasmPeaks(executor: Executor): Promise<Result<DevicePeaks, RunError>> {
  const graph = graphOf(
    conv('product', input({ height: 32, width: 32, channels: 512 }), { outChannels: 512, kernel: 1 }),
  );
  const network = await executor.compile(graph, randomTensors(graph), () => undefined);
  if (!network.ok) return network;
  const timer = await openTimer(network.value);
  if (!timer.ok) return timer;
  const product = await peakPerSecond({
    amount: costOf(graph).macs,
    runMs: (times) => timer.value.prefixMs(1, times),
  });
  network.value.dispose();
  if (!product.ok) return product;
  const copied = await peakPerSecond(copyProgram());
  if (!copied.ok) return copied;
  return success({ macsPerSecond: product.value, bytesPerSecond: copied.value, arithmetic: 'matrixProduct' });
}

function copyProgram() {
  const from = new Float32Array(copiedBytes / 4).fill(1);
  const to = new Float32Array(copiedBytes / 4);
  return {
    amount: 2 * copiedBytes,
    runMs: (times: number): Promise<Result<number, RunError>> => {
      const begin = performance.now();
      for (let time = 0; time < times; time += 1) to.set(from);
      return Promise.resolve(success(performance.now() - begin));
    },
  };
}
