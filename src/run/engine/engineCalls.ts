import type { Result } from '../../nets/result';
import type {
  Activation,
  DeviceMemory,
  DeviceReport,
  Likelihood,
  MissingKernel,
  TunedKernel,
} from '../device/executor';
import type { RunError } from '../errors/runError';
import type { Frame } from '../frames/framePixels';
import type { Manifest } from '../weights/manifest';

/**
 * Every call that can be made on loaded networks: its arguments and its answer. The page's session, the worker and its host
 * derive their methods from this type, so the compiler lists who lacks a new call.
 */
export type EngineCalls = {
  /** Downloads weights, compiles, runs one frame. Several networks can be loaded at once. */
  readonly load: (
    network: NetworkHandle,
    choice: NetworkChoice,
    onProgress: (progress: LoadProgress) => void,
  ) => LoadReport;
  /** Runs a loaded network on one frame, which is closed afterwards. */
  readonly classify: (network: NetworkHandle, frame: Frame, readback: Readback) => Classification;
  /** Tensors inside a loaded network for one frame, by node id of the graph with batch norm folded. */
  readonly activations: (network: NetworkHandle, ids: readonly string[], frame: Frame) => readonly Activation[];
  /** Frees a network's weights. */
  readonly unload: (network: NetworkHandle) => null;
  readonly memory: () => DeviceMemory;
  /** Destroys the WebGPU device as a crashed driver would, to see the recovery; without WebGPU it does nothing. */
  readonly loseDevice: () => null;
};

type Answer<Name extends keyof EngineCalls> = Promise<Result<ReturnType<EngineCalls[Name]>, RunError>>;

/** The calls as they cross to a worker, which a signal cannot do. */
export type RemoteCalls = {
  readonly [Name in keyof EngineCalls]: (...args: Parameters<EngineCalls[Name]>) => Answer<Name>;
};

/** The calls where each can be aborted. */
export type AbortableCalls = {
  readonly [Name in keyof EngineCalls]: (
    ...args: [...args: Parameters<EngineCalls[Name]>, signal?: AbortSignal]
  ) => Answer<Name>;
};

/** What the person chose to run. */
export type NetworkChoice = {
  /** Id in the catalogue: `shufflenet-v2`. */
  readonly id: string;
  /** Options of that network, without `resolution`; those left out take their defaults. */
  readonly options: Readonly<Record<string, string | number>>;
  /** Side of the square that the network reads, in pixels. */
  readonly resolution: number;
  /** Folder in `public/weights`, or null for random weights: real work for the device, meaningless labels. */
  readonly weights: string | null;
};

/** Names a loaded network; stays valid when the device is lost and brought back. */
export type NetworkHandle = number;

/** `download` counts bytes, `compile` counts steps. `total` is 0 as long as it is unknown. */
export type LoadProgress = { readonly stage: 'download' | 'compile'; readonly loaded: number; readonly total: number };

/** What loading a network took and gave. Times in milliseconds. */
export type LoadReport = {
  readonly network: NetworkHandle;
  readonly choice: NetworkChoice;
  readonly device: DeviceReport;
  /** Fetching and checking manifest, weights and labels; 0 for random weights. */
  readonly downloadMs: number;
  /** Folding, uploading the weights, preparing the kernels. */
  readonly compileMs: number;
  /** The first complete run, which still pays for what the device sets up late. */
  readonly firstFrameMs: number;
  /** Name of each output, or null when the weights are random. */
  readonly labels: readonly string[] | null;
  /** What is known of the weights: accuracy, licence, source. Null when they are random. */
  readonly manifest: Manifest | null;
  readonly memory: DeviceMemory;
  /** The kernels that won for this network's layers; empty where they were not tuned. */
  readonly tuned?: readonly TunedKernel[];
  /** Set where an op has no kernel of the app's own, so that stock tfjs runs the network. */
  readonly missingKernel?: MissingKernel;
};

/** One guess. Probabilities of all outputs sum to 1. `label` is the index as text when the weights are random. */
export type Guess = { readonly index: number; readonly label: string; readonly probability: number };

/** What comes back of a frame: only the likeliest outputs where the device can find them, or every logit. */
export type Readback = 'likeliest' | 'logits';

/** Parts of one frame's time inside the worker, in milliseconds. */
export type FrameTimings = {
  /** Crop, resize, normalise, upload. */
  readonly preprocessMs: number;
  /** From the first command to the device's last: queue emptied. */
  readonly inferenceMs: number;
  /** Fetching the logits, or the likeliest of them. */
  readonly readbackMs: number;
  /** How long the worker's thread was busy with the frame, where the device did all the rest. */
  readonly issueMs?: number;
};

/** The best guesses for one frame, best first, and what is behind them. */
export type Classification = {
  readonly network: NetworkHandle;
  readonly top: readonly Guess[];
  /** The likeliest outputs, those of `top` first: all that a steadier answer needs of this frame. */
  readonly likely: readonly Likelihood[];
  /** Null where only the likeliest outputs left the device. */
  readonly logits: Float32Array | null;
  readonly timings: FrameTimings;
};
