import * as tf from '@tensorflow/tfjs-core';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { failure, success, type Result } from '../../nets/result';
import type { WhyNotWebgpu } from '../device/executor';
import type { RunError } from '../errors/runError';
import type { TfjsDevice } from './tfjsDevice';

/** Addresses of the three builds of tfjs's WebAssembly program, by file name. */
export type WasmBinaries = Readonly<Record<string, string>>;

/**
 * Makes WebAssembly the active tfjs backend: with SIMD where the machine has it, and with threads where the page is
 * cross-origin isolated.
 * @param binaries null in Node, where the package finds its own files
 */
export async function openWasm(
  binaries: WasmBinaries | null,
  whyNotWebgpu: WhyNotWebgpu | null,
): Promise<Result<TfjsDevice, RunError>> {
  if (binaries !== null) setWasmPaths({ ...binaries });
  try {
    if (!(await tf.setBackend('wasm'))) return failure({ code: 'workerFailed', detail: 'webassembly did not start' });
  } catch (error) {
    return failure({
      code: 'workerFailed',
      detail: error instanceof Error ? error.message : 'webassembly did not start',
    });
  }
  await tf.ready();
  return success({
    report: { backend: 'wasm', adapter: await instructionsText(), softwareAdapter: false, whyNotWebgpu },
    lost: new Promise<string>(() => undefined),
    // Calls are synchronous: a failure is thrown.
    checked: (commands) => ({ value: commands(), verdict: Promise.resolve(null) }),
    flush: () => undefined,
    idle: () => Promise.resolve(),
    prepare: () => Promise.resolve(),
    trim: () => undefined,
    bytesHeld: () => tf.memory().numBytes,
    loseDevice: () => undefined,
    dispose: () => tf.removeBackend('wasm'),
  });
}

async function instructionsText(): Promise<string> {
  const hasSimd: unknown = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const isThreaded: unknown = await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  const threads = isThreaded === true ? getThreadsCount() : 1;
  return `${hasSimd === true ? 'SIMD' : 'no SIMD'}, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`;
}
