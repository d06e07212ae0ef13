import type { Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import type { ComputedKind } from '../../nets/op';
import type { Frame } from '../frames/framePixels';
import type { NetworkTimer } from './networkTimer';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import type { TensorValues } from '../../nets/weights/tensorValue';

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
  /**
   * Whether 16-bit kernels are among those that are chosen from: the adapter has none (`absent`), nobody asked for them
   * (`off`), or they are (`on`). Left out where kernels are not chosen.
   */
  readonly halfPrecision?: 'absent' | 'off' | 'on';
};

/** How the app's own WebGPU kernels are chosen. */
export type TuningChoice = {
  /** Whether they are timed on a software adapter too; on a graphics processor they always are. */
  readonly tuning: 'always' | 'onHardware';
  /** Whether kernels may compute with 16-bit numbers, where the adapter has them. */
  readonly halfPrecision: boolean;
};

export const usualTuning: TuningChoice = { tuning: 'onHardware', halfPrecision: false };

/** Tensors alive on the device, and the bytes they hold (for WebGPU, of all buffers, recycled ones too). */
export type DeviceMemory = { readonly tensors: number; readonly bytes: number };

/** The graph's output as one vector (of a network: before softmax), and what it took, in milliseconds. */
export type NetworkOutput = {
  readonly logits: Float32Array;
  /** From the first command until the device had done them all. */
  readonly inferenceMs: number;
  readonly readbackMs: number;
  /** How long this thread was busy issuing the commands, where the device then computes by itself. */
  readonly issueMs?: number;
};

/** One output of a classifier after softmax over all of them. */
export type Likelihood = { readonly index: number; readonly probability: number };

/** The likeliest outputs for a picture, best first, and what it took, in milliseconds. */
export type FrameOutput = {
  readonly likely: readonly Likelihood[];
  /** Crop, resize, normalise: from when the device was free for this frame until its input was ready. */
  readonly preprocessMs: number;
  readonly inferenceMs: number;
  readonly readbackMs: number;
  /** How long this thread was busy with the frame. */
  readonly issueMs: number;
};

/**
 * Pictures to likeliest outputs without a trip through this thread's memory. A frame is issued before `run` returns its
 * promise, so the next can be issued while the device still computes; answers come in the order of the frames.
 */
export type FramePath = {
  /** Whether a frame of this size is better off on this way than in memory. */
  readonly takes: (frame: Frame) => boolean;
  /** Null where this browser cannot hand such a frame to the device. The frame stays the caller's, and must stay open. */
  readonly run: (frame: Frame) => Promise<Result<FrameOutput | null, RunError>>;
};

/** One tensor inside the network: values row by row, channels innermost. */
export type Activation = {
  readonly id: string;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly values: Float32Array;
};

/** The kernel that won for one shape of layer on this device, and what every candidate took. */
export type TunedKernel = {
  /** Op, sizes and what is fused, as text. */
  readonly shape: string;
  readonly kernel: string;
  /** Milliseconds by candidate. */
  readonly timesMs: Readonly<Record<string, number>>;
  /** Candidates that this device does not run, or gets wrong. */
  readonly wrong?: readonly string[];
};

/** A node whose op the app's own kernels cannot compute. */
export type MissingKernel = { readonly id: string; readonly kind: ComputedKind };

/**
 * A graph on the device, ready to replay. One run at a time; a run leaves no tensor behind. Inputs are the values of
 * the graph's input node, row by row, channels innermost.
 */
export type CompiledNetwork = {
  /** Its node ids are what `activations` knows. */
  readonly graph: Graph;
  readonly run: (input: Float32Array) => Promise<Result<NetworkOutput, RunError>>;
  /**
   * Prepares the way of pictures that need no trip through memory. Left out where there is none; null where this network
   * has none.
   * @param count how many outputs come back with each frame, at most
   */
  readonly framePath?: (normalisation: Normalisation, count: number) => Promise<Result<FramePath | null, RunError>>;
  /** Runs once and reads back these nodes' values. Slower than `run`: nothing is fused across a node that is asked for. */
  readonly activations: (
    input: Float32Array,
    ids: readonly string[],
  ) => Promise<Result<readonly Activation[], RunError>>;
  /** For taking the time of the replay in parts, with the very kernels of `run`. Left out where ops run one by one. */
  readonly timer?: (input: Float32Array) => Promise<Result<NetworkTimer, RunError>>;
  /** The winners for this network's shapes, where kernels were tuned. */
  readonly tuned?: readonly TunedKernel[];
  /** Why the whole network runs on stock tfjs: the first node that has no kernel of this app's. Left out where all have. */
  readonly missingKernel?: MissingKernel;
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
   * Uploads the weights of a graph, of which batch norm should be folded (`foldedGraph`), and prepares every kernel.
   * @param onProgress called with steps done and steps in all
   * @param signal ends the tuning of kernels; the network is then ready with what is known
   */
  readonly compile: (
    graph: Graph,
    weights: TensorValues,
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ) => Promise<Result<CompiledNetwork, RunError>>;
  readonly memory: () => DeviceMemory;
  /** Destroys a WebGPU device as a crashed driver would; nothing for WebAssembly. */
  readonly loseDevice: () => void;
  readonly dispose: () => void;
};
