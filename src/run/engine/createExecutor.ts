import { failure, success, type Result } from '../../nets/result';
import {
  usualTuning,
  type BackendChoice,
  type Executor,
  type TuningChoice,
  type WhyNotWebgpu,
} from '../device/executor';
import type { RunError } from '../errors/runError';
import type { WasmBinaries } from '../tfjs/wasmDevice';

export type ExecutorOptions = {
  readonly backend: BackendChoice;
  /** Null in Node, where the WebAssembly package finds its own files. */
  readonly wasmBinaries: WasmBinaries | null;
  /** Do not try WebGPU again: its device was lost too often. */
  readonly giveUpWebgpu: boolean;
  /**
   * `stock` runs every node by a call of tfjs's public API, the reference that `own` kernels and plans are compared with.
   */
  readonly kernels?: 'own' | 'stock';
  /** How own WebGPU kernels are chosen. */
  readonly tuning?: TuningChoice;
};

/**
 * The device that the choice comes to. `auto` never fails for want of WebGPU: it takes WebAssembly, and the device
 * report says why. Only the chosen backend's code is loaded.
 */
export async function createExecutor({
  backend,
  wasmBinaries,
  giveUpWebgpu,
  kernels = 'own',
  tuning = usualTuning,
}: ExecutorOptions): Promise<Result<Executor, RunError>> {
  let whyNotWebgpu: WhyNotWebgpu | null = null;
  if (backend !== 'wasm') {
    const device = giveUpWebgpu ? failure('lost' as const) : await webgpuDevice(backend === 'webgpu');
    if (device.ok) {
      const { tfjsExecutor } = await import('../tfjs/tfjsExecutor');
      const stock = tfjsExecutor(device.value);
      if (kernels === 'stock') return success(stock);
      const { webgpuExecutor } = await import('../webgpu/webgpuExecutor');
      return success(webgpuExecutor(device.value, stock, tuning));
    }
    if (backend === 'webgpu') return failure({ code: 'noWebgpu' });
    whyNotWebgpu = device.error;
  }
  const { openWasm } = await import('../tfjs/wasmDevice');
  const device = await openWasm(wasmBinaries, whyNotWebgpu);
  if (!device.ok) return device;
  const { tfjsExecutor } = await import('../tfjs/tfjsExecutor');
  const stock = tfjsExecutor(device.value);
  if (kernels === 'stock') return success(stock);
  const { wasmExecutor } = await import('../wasm/wasmExecutor');
  return success(wasmExecutor(stock));
}

/** Looks for an adapter before it loads the code for one. */
async function webgpuDevice(acceptSoftware: boolean) {
  if (!('gpu' in navigator)) return failure('none' as const);
  const { openWebgpu } = await import('../tfjs/webgpuDevice');
  return openWebgpu(acceptSoftware);
}
