import type { Result } from '../../nets/result';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import type { SeenTensor, TensorView } from '../../nets/maps/tensorView';
import type { DeviceMemory, DeviceReport, Likelihood, MissingKernel, TunedKernel } from '../device/executor';
import type { RunError } from '../errors/runError';
import type { Frame } from '../frames/framePixels';
import type { Manifest } from '../weights/manifest';
import type { WeightsFolder } from '../weights/weightsFolder';

/**
 * Every call to an engine, with its arguments and its answer. The session, the worker and its host derive their methods
 * from this type, so a new call is added here and the compiler lists who lacks it.
 */
export type EngineCalls = {
  /**
   * Downloads the weights, unless their folder is given, compiles the network and runs it once. Several networks can be loaded
   * at once.
   */
  readonly load: (
    network: NetworkHandle,
    choice: NetworkChoice,
    onProgress: (progress: LoadProgress) => void,
    given?: GivenFolder,
  ) => LoadReport;
  /** Runs a loaded network on one frame, and closes the frame. */
  readonly classify: (network: NetworkHandle, frame: Frame, readback: Readback) => Classification;
  /**
   * Runs a loaded network on one frame and returns what was asked to be seen of tensors inside it, in the order of the views,
   * which name nodes of the graph with batch norm folded. Closes the frame.
   */
  readonly look: (network: NetworkHandle, views: readonly TensorView[], frame: Frame) => readonly SeenTensor[];
  /** Returns the weights of one node of the graph with batch norm folded, in PyTorch's axis order. */
  readonly layerWeights: (network: NetworkHandle, id: string) => LayerWeights;
  /** Frees a network's weights. */
  readonly unload: (network: NetworkHandle) => null;
  readonly memory: () => DeviceMemory;
  /** Destroys the WebGPU device as a driver crash would, to test the recovery; does nothing without WebGPU. */
  readonly loseDevice: () => null;
};

type Answer<Name extends keyof EngineCalls> = Promise<Result<ReturnType<EngineCalls[Name]>, RunError>>;

/** The calls as they cross to a worker. An AbortSignal cannot be sent there. */
export type RemoteCalls = {
  readonly [Name in keyof EngineCalls]: (...args: Parameters<EngineCalls[Name]>) => Answer<Name>;
};

/** The calls with an AbortSignal each. */
export type AbortableCalls = {
  readonly [Name in keyof EngineCalls]: (
    ...args: [...args: Parameters<EngineCalls[Name]>, signal?: AbortSignal]
  ) => Answer<Name>;
};

/** The network that a person chose to run. */
export type NetworkChoice = {
  /** Id in the catalogue: `shufflenet-v2`. */
  readonly id: string;
  /** Options of the network, except `resolution`; missing ones have their default. */
  readonly options: Readonly<Record<string, string | number>>;
  /** Side of the square input, in pixels. */
  readonly resolution: number;
  /** Folder in `public/weights`, or null for random weights: the same work for the device, but meaningless labels. */
  readonly weights: string | null;
};

/** Weights that the page has downloaded, and how long that took. */
export type GivenFolder = WeightsFolder & { readonly downloadMs: number };

/** Identifies a loaded network; stays valid when the device is lost and recovers. */
export type NetworkHandle = number;

/** `download` counts bytes, `compile` counts steps. `total` is 0 while it is unknown. */
export type LoadProgress = {
  readonly stage: 'download' | 'random' | 'compile';
  readonly loaded: number;
  readonly total: number;
};

/** The result of loading a network. Times are in milliseconds. */
export type LoadReport = {
  readonly network: NetworkHandle;
  readonly choice: NetworkChoice;
  readonly device: DeviceReport;
  /** Time to fetch and check manifest, weights and labels; 0 for random weights. */
  readonly downloadMs: number;
  /** Time to fold batch norm, upload the weights and prepare the kernels. */
  readonly compileMs: number;
  /** Time of the first run, which includes lazy setup on the device. */
  readonly firstFrameMs: number;
  /** Name of each output; null when the weights are random. */
  readonly labels: readonly string[] | null;
  /** Accuracy, licence and source of the weights; null when they are random. */
  readonly manifest: Manifest | null;
  readonly memory: DeviceMemory;
  /** The fastest kernels for this network; empty where they were not timed. */
  readonly tuned?: readonly TunedKernel[];
  /** Set when the app has no kernel for an op, and stock tfjs runs the whole network. */
  readonly missingKernel?: MissingKernel;
};

/** One guess. Probabilities of all outputs sum to 1. `label` is the index as text when the weights are random. */
export type Guess = { readonly index: number; readonly label: string; readonly probability: number };

/** What to read back for a frame: only the likeliest outputs, where the device can find them, or every logit. */
export type Readback = 'likeliest' | 'logits';

/** Parts of one frame's time inside the worker, in milliseconds. */
export type FrameTimings = {
  /** Crop, resize, normalise, upload. */
  readonly preprocessMs: number;
  /** From the first command until the device's queue is empty. */
  readonly inferenceMs: number;
  /** Reading back the logits, or the likeliest outputs. */
  readonly readbackMs: number;
  /** How long the frame kept the worker's thread busy, where the device did the rest. */
  readonly issueMs?: number;
};

/** The result for one frame; `top` has the best guesses, best first. */
export type Classification = {
  readonly network: NetworkHandle;
  readonly top: readonly Guess[];
  /** The likeliest outputs, beginning with those of `top`: enough for an average over frames. */
  readonly likely: readonly Likelihood[];
  /** Null when only the likeliest outputs were read back. */
  readonly logits: Float32Array | null;
  readonly timings: FrameTimings;
};
