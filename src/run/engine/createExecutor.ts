import { failure, success, type Result } from '../../nets/result';
import {
  defaultTuning,
  type BackendChoice,
  type Executor,
  type TuningChoice,
  type WhyNotWebgpu,
} from '../device/executor';
import type { RunError } from '../errors/runError';
import { gpuAdapter } from '../tfjs/gpuAdapter';
import type { WasmBinaries } from '../tfjs/wasmDevice';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';

export type ExecutorOptions = {
  readonly backend: BackendChoice;
  /** Null in Node, where the WebAssembly package finds its own files. */
  readonly wasmBinaries: WasmBinaries | null;
  /** How often in a row the WebGPU device was lost; after too many losses the executor is one of WebAssembly. */
  readonly losses?: number;
  /** `stock` runs every node with a call of the public tfjs API: the reference for the `own` kernels and plans. */
  readonly kernels?: 'own' | 'stock';
  /** How to choose among the app's WebGPU kernels. */
  readonly tuning?: TuningChoice;
};

/** A device lost this often in a row is given up. */
const maxLosses = 4;

/**
 * Opens the chosen device. `auto` falls back to WebAssembly when there is no WebGPU, and so does every choice when the
 * device was lost and does not come back; the device report says why.
 * Loads only the code of the chosen backend.
 */
export async function createExecutor({
  backend,
  wasmBinaries,
  losses = 0,
  kernels = 'own',
  tuning = defaultTuning,
}: ExecutorOptions): Promise<Result<Executor, RunError>> {
  let whyNotWebgpu: WhyNotWebgpu | null = null;
  if (backend !== 'wasm') {
    const device = losses >= maxLosses ? failure('lost' as const) : await openWebgpuDevice(backend === 'webgpu');
    if (device.ok) {
      const [{ tfjsExecutor }, { webgpuExecutor }] = await Promise.all([
        import('../tfjs/tfjsExecutor'),
        import('../webgpu/webgpuExecutor'),
      ]);
      const stock = tfjsExecutor(device.value);
      return success(kernels === 'stock' ? stock : webgpuExecutor(device.value, stock, tuning));
    }
    if (backend === 'webgpu' && losses === 0) return failure({ code: 'noWebgpu' });
    whyNotWebgpu = losses > 0 ? 'lost' : device.error;
  }
  // Asked for together: one after the other would be three ways to the server and back.
  const executors = Promise.all([import('../tfjs/tfjsExecutor'), import('../wasm/wasmExecutor')]);
  const { openWasm } = await import('../tfjs/wasmDevice');
  const device = await openWasm(wasmBinaries, whyNotWebgpu);
  const [{ tfjsExecutor }, { wasmExecutor }] = await executors;
  if (!device.ok) return device;
  const stock = tfjsExecutor(device.value);
  return success(kernels === 'stock' ? stock : wasmExecutor(stock));
}

/** Loads the WebGPU code only where the browser gives an adapter for it. */
async function openWebgpuDevice(acceptSoftware: boolean): Promise<Result<WebgpuDevice, 'none' | 'software'>> {
  const adapter = await gpuAdapter(acceptSoftware);
  if (!adapter.ok) return adapter;
  const { openWebgpu } = await import('../tfjs/webgpuDevice');
  return openWebgpu(adapter.value);
}
