import type { Unreadable } from './unreadable';

/**
 * Everything that can go wrong between a file or a camera and a label, as a code with details. The page words it in its
 * own language: `code` picks the sentence, the other fields fill it in. The command line prints English.
 */
export type RunError =
  /** No video input is connected. */
  | { readonly code: 'noCamera' }
  /** The person or the browser's settings refused the camera. */
  | { readonly code: 'cameraDenied' }
  /** Another program uses the camera, or its driver does not start it. */
  | { readonly code: 'cameraBusy' }
  /** The camera did not start, and the browser does not say why. */
  | { readonly code: 'cameraSilent' }
  /** No camera does what the page asks for, or the chosen one is gone. */
  | { readonly code: 'cameraUnfit' }
  /** The page is not served over https or from localhost, so the browser hides its cameras. */
  | { readonly code: 'cameraInsecure' }
  /** The browser gives no page a camera, as those inside other apps do. */
  | { readonly code: 'cameraUnsupported' }
  /** An open camera disappeared: it was unplugged, or permission was withdrawn. */
  | { readonly code: 'cameraLost' }
  /** Nothing of the file or URL can be drawn by this browser. `name` is the name of the file, or the URL. */
  | { readonly code: 'notAnImage'; readonly name: string; readonly why: NoPicture }
  /** The file is not a video that this browser plays. */
  | { readonly code: 'notAVideo'; readonly name: string }
  /** A video that played cannot be decoded any further. */
  | { readonly code: 'videoBroke'; readonly name: string }
  /** The server did not answer (`status` 0), or answered with another status than 200. */
  | { readonly code: 'downloadFailed'; readonly url: string; readonly status: number }
  /** The weights file ended early, or is longer than its manifest says. */
  | { readonly code: 'weightsCutShort'; readonly wantedBytes: number; readonly gotBytes: number }
  /** The weights file has the right length, but not the contents that its manifest promises, or is not safetensors. */
  | { readonly code: 'weightsDamaged'; readonly detail: string }
  /**
   * A tensor of the file does not fit the network. `got` is null when the file lacks it, `wanted` when the network has
   * no more tensors.
   */
  | {
      readonly code: 'weightsOfAnotherNetwork';
      readonly tensor: string;
      readonly wanted: readonly number[] | null;
      readonly got: readonly number[] | null;
    }
  /**
   * The network that the file states is none of the app's: `place` in the file has one thing, and `node` of the closest
   * network another. `has` and `wanted` are English terms, such as `stride 1`.
   */
  | {
      readonly code: 'statesAnotherNetwork';
      readonly place: string;
      readonly has: string;
      readonly network: string;
      readonly node: string;
      readonly wanted: string;
    }
  /**
   * A value with which no network can compute: NaN, infinite, or a negative variance of a batch norm. `index` counts the
   * values of the tensor from 0.
   */
  | { readonly code: 'impossibleWeight'; readonly tensor: string; readonly index: number; readonly value: number }
  /** A published network with the name of one of the app's, but another design. */
  | { readonly code: 'namesake'; readonly namesake: Namesake }
  /**
   * The file is not a weights file of a known format, is damaged, or has something that no network of the app has.
   * `detail` is an English sentence that says what and where.
   */
  | { readonly code: 'unreadableWeights'; readonly why: Unreadable; readonly detail: string }
  /** manifest.json or labels.json is invalid. `detail` is an English sentence. */
  | { readonly code: 'badManifest'; readonly detail: string }
  /**
   * No network has this id, or it does not have these options. `detail` is an English sentence that names the allowed
   * values.
   */
  | { readonly code: 'badNetwork'; readonly detail: string }
  /** What a person set about weights cannot be used: `std: not three numbers`. `setting` is its name, `got` what they set. */
  | { readonly code: 'badSetting'; readonly setting: string; readonly got: string; readonly detail: string }
  /** WebGPU was chosen, but this browser or machine has none. */
  | { readonly code: 'noWebgpu' }
  /** The graphics device was lost while running. `recovering`: the engine is already bringing it back. */
  | { readonly code: 'deviceLost'; readonly detail: string; readonly recovering: boolean }
  /** The network does not fit into the memory of the device; a smaller resolution helps. */
  | { readonly code: 'outOfMemory'; readonly detail: string }
  /** The device refused a command. The results of that frame would be wrong, and are dropped. */
  | { readonly code: 'deviceError'; readonly detail: string }
  /** The worker hit a bug. */
  | { readonly code: 'workerFailed'; readonly detail: string }
  /**
   * The worker is no more, and can be started again: it was closed or killed (`closed`), it did not answer any more and
   * was terminated (`silent`), or it never started (`notReady`), as it
   * cannot in a frame that the page around it took the origin from (`walledOff`).
   */
  | { readonly code: 'workerGone'; readonly how: 'closed' | 'silent' | 'notReady' | 'walledOff' }
  /** The caller's AbortSignal fired. There is nothing to tell the person. */
  | { readonly code: 'aborted' };

export type RunErrorCode = RunError['code'];

/** A published network with the name of one of the app's but another design, which no option can produce. */
export type Namesake = 'torchvisionAlexNet' | 'kerasInceptionV3' | 'timmDeepMobileNetV2';

/**
 * Why a file is no picture: there is nothing in it, it is one of an iPhone's, it ends early, it has more pixels than a browser
 * draws, it is a drawing without a size, or it is something else.
 */
export type NoPicture =
  | { readonly reason: 'empty' | 'heic' | 'damaged' | 'noSize' | 'otherFormat' }
  /** What its head says of its size, in pixels. */
  | { readonly reason: 'tooManyPixels'; readonly width: number; readonly height: number };
