import type { Result } from '../nets/result';
import type { Graph } from '../nets/graph';
import type { RunError } from './runError';
import type { TensorValues } from './tensorValues';

/** Where a network runs. */
export type Backend = 'webgpu' | 'wasm';

/** `auto` takes WebGPU when the machine has a graphics processor for it, else WebAssembly. */
export type BackendChoice = 'auto' | Backend;

/**
 * Why a run asked for with `auto` is not on WebGPU: the browser has none or gives no adapter (`none`), its only
 * adapter computes on the processor and is slower than WebAssembly (`software`), or the device was lost repeatedly
 * (`lost`). Null when it is on WebGPU, or when WebAssembly was asked for.
 */
export type WhyNotWebgpu = 'none' | 'software' | 'lost';

/** The device that an executor got. */
export type DeviceReport = {
  readonly backend: Backend;
  /** What the browser tells of the graphics adapter, or how WebAssembly runs: `SIMD, 2 threads`. */
  readonly adapter: string;
  /** True for a WebGPU adapter that computes on the processor. */
  readonly softwareAdapter: boolean;
  readonly whyNotWebgpu: WhyNotWebgpu | null;
};

/** Tensors alive on the device, and the bytes they hold (for WebGPU, of all buffers, recycled ones too). */
export type DeviceMemory = { readonly tensors: number; readonly bytes: number };

/** An image as the network reads it: resolution x resolution x 3, row by row, normalised. */
export type NetworkInput = { readonly resolution: number; readonly values: Float32Array };

/** The network's output before softmax, and what it took, in milliseconds. */
export type NetworkOutput = { readonly logits: Float32Array; readonly uploadMs: number; readonly inferenceMs: number; readonly readbackMs: number };

/** One tensor inside the network: values row by row, channels innermost. */
export type Activation = { readonly id: string; readonly shape: readonly [height: number, width: number, channels: number]; readonly values: Float32Array };

/** A network on the device, ready to replay. One run at a time; a run leaves no tensor behind. */
export type CompiledNetwork = {
  /** The folded graph: its node ids are what `activations` knows. */
  readonly graph: Graph;
  readonly run: (input: NetworkInput) => Promise<Result<NetworkOutput, RunError>>;
  /** Runs once and reads the tensors of these nodes back. Slower than `run`: nothing is fused across a node that is asked for. */
  readonly activations: (input: NetworkInput, ids: readonly string[]) => Promise<Result<readonly Activation[], RunError>>;
  readonly dispose: () => void;
};

/**
 * A device that runs graphs. The one door between the app and whatever library computes: replacing that library means
 * writing this interface once more.
 */
export type Executor = {
  readonly device: DeviceReport;
  /** Settles when the device is lost, with the browser's reason; never for WebAssembly. */
  readonly lost: Promise<string>;
  /**
   * Folds batch norm, uploads the weights and prepares every kernel.
   * @param onProgress called with steps done and steps in all
   */
  readonly compile: (graph: Graph, weights: TensorValues, onProgress: (done: number, total: number) => void) => Promise<Result<CompiledNetwork, RunError>>;
  readonly memory: () => DeviceMemory;
  readonly dispose: () => void;
};
