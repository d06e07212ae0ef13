import type { Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import type { ComputedKind } from '../../nets/op';
import type { Frame } from '../frames/framePixels';
import type { NetworkTimer } from './networkTimer';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import type { TensorValues } from '../../nets/weights/tensorValue';

/** The backend that a network runs on. */
export type Backend = 'webgpu' | 'wasm';

/** `auto` is WebGPU when the machine has a graphics processor for it, else WebAssembly. */
export type BackendChoice = 'auto' | Backend;

/**
 * Why `auto` did not choose WebGPU: the browser has none or returns no adapter (`none`), its only adapter computes on
 * the processor and is slower than WebAssembly (`software`), or the device was lost and did not come back, or too often
 * (`lost`; also where the person chose WebGPU). Null on WebGPU, or when the person chose WebAssembly.
 */
export type WhyNotWebgpu = 'none' | 'software' | 'lost';

/** The device that an executor runs on. */
export type DeviceReport = {
  readonly backend: Backend;
  /** How the browser describes the graphics adapter, or how WebAssembly runs: `SIMD, 2 threads`. */
  readonly adapter: string;
  /** True for a WebGPU adapter that computes on the processor. */
  readonly softwareAdapter: boolean;
  readonly whyNotWebgpu: WhyNotWebgpu | null;
  /**
   * Whether 16-bit kernels are candidates: the adapter does not support them (`absent`), nobody asked for them (`off`),
   * or they are (`on`). Missing where kernels are not timed.
   */
  readonly halfPrecision?: 'absent' | 'off' | 'on';
};

/** How to choose among the app's WebGPU kernels. */
export type TuningChoice = {
  /** Whether to time kernels on a software adapter too; on a graphics processor they always are. */
  readonly tuning: 'always' | 'onHardware';
  /** Whether kernels may compute in 16 bits, where the adapter supports it. */
  readonly halfPrecision: boolean;
};

export const defaultTuning: TuningChoice = { tuning: 'onHardware', halfPrecision: false };

/** Live tensors on the device, and the bytes they hold (on WebGPU the bytes of all buffers, recycled ones included). */
export type DeviceMemory = { readonly tensors: number; readonly bytes: number };

/** The graph's output as one vector (for a classifier: before softmax), and the times in milliseconds. */
export type NetworkOutput = {
  readonly logits: Float32Array;
  /** From the first command until the device has finished. */
  readonly inferenceMs: number;
  readonly readbackMs: number;
  /** How long this thread was busy issuing commands, where the device then computes by itself. */
  readonly issueMs?: number;
};

/** One output of a classifier, after softmax. */
export type Likelihood = { readonly index: number; readonly probability: number };

/** The likeliest outputs for a frame, best first, and the times in milliseconds. */
export type FrameOutput = {
  readonly likely: readonly Likelihood[];
  /** Crop, resize, normalise: from when the device is free for this frame until the input is ready. */
  readonly preprocessMs: number;
  readonly inferenceMs: number;
  readonly readbackMs: number;
  /** How long this thread was busy with the frame. */
  readonly issueMs: number;
};

/**
 * Classifies frames entirely on the device. A frame is issued before `run` returns its promise, so the next can be
 * issued while the device computes; answers come in the order of the frames.
 */
export type FramePath = {
  /** Whether a frame of this size is faster on this path than through memory. */
  readonly accepts: (frame: Frame) => boolean;
  /**
   * Resolves to null where the browser cannot hand the frame to the device. The caller still owns the frame, and must
   * keep it open.
   */
  readonly run: (frame: Frame) => Promise<Result<FrameOutput | null, RunError>>;
};

/** One tensor inside the network: values row by row, channels innermost. */
export type Activation = {
  readonly id: string;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly values: Float32Array;
};

/** The fastest kernel for one shape of layer on this device, and the times of all candidates. */
export type TunedKernel = {
  /** Op, sizes and fused ops, as text. */
  readonly shape: string;
  readonly kernel: string;
  /** Milliseconds of each candidate. */
  readonly timesMs: Readonly<Record<string, number>>;
  /** Candidates that do not run on this device, or compute wrong values. */
  readonly wrong?: readonly string[];
};

/** A node whose op has no kernel of the app's own. */
export type MissingKernel = { readonly id: string; readonly kind: ComputedKind };

/**
 * A graph on the device, ready to replay. One run at a time; a run leaks no tensor. The input has the values of the
 * graph's input node, row by row, channels innermost.
 */
export type CompiledNetwork = {
  /** Has the node ids that `activations` accepts. */
  readonly graph: Graph;
  readonly run: (input: Float32Array) => Promise<Result<NetworkOutput, RunError>>;
  /**
   * Prepares the path that keeps frames on the device. Missing on devices without one; null for networks that cannot
   * use it.
   * @param count max number of outputs read back per frame
   */
  readonly framePath?: (normalisation: Normalisation, count: number) => Promise<Result<FramePath | null, RunError>>;
  /** Runs once and reads back the values of these nodes. Slower than `run`: no op is fused past a node that is read. */
  readonly activations: (
    input: Float32Array,
    ids: readonly string[],
  ) => Promise<Result<readonly Activation[], RunError>>;
  /** Times parts of the replay, with the same kernels as `run`. Missing where ops run one by one. */
  readonly timer?: (input: Float32Array) => Promise<Result<NetworkTimer, RunError>>;
  /** The fastest kernels for the shapes of this network, where they were timed. */
  readonly tuned?: readonly TunedKernel[];
  /** Set when the whole network runs on stock tfjs: the first node that the app has no kernel for. */
  readonly missingKernel?: MissingKernel;
  readonly dispose: () => void;
};

/**
 * A device that runs graphs. This is the only interface between the app and the library that computes: replacing the
 * library means implementing it again.
 */
export type Executor = {
  readonly device: DeviceReport;
  /** Resolves when the device is lost, with the browser's reason; never for WebAssembly. */
  readonly lost: Promise<string>;
  /**
   * Uploads the weights of a graph and prepares every kernel. Fold batch norm first (`foldedGraph`).
   * @param onProgress called with the steps done and the total
   * @param signal stops the tuning of kernels; the network then uses what is known
   */
  readonly compile: (
    graph: Graph,
    weights: TensorValues,
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ) => Promise<Result<CompiledNetwork, RunError>>;
  readonly memory: () => DeviceMemory;
  /** Destroys a WebGPU device as a driver crash would; does nothing on WebAssembly. */
  readonly loseDevice: () => void;
  readonly dispose: () => void;
};
