/**
 * Everything that can go wrong between a file or a camera and a label, as a code with details: the page puts it into
 * words in its own language (`code` picks the sentence, the other fields fill it in), the command line prints English.
 */
export type RunError =
  /** No video input is connected. */
  | { readonly code: 'noCamera' }
  /** The person or the browser's settings refused the camera. */
  | { readonly code: 'cameraDenied' }
  /** Another program holds the camera, or its driver does not start it. */
  | { readonly code: 'cameraBusy' }
  /** The page is not served over https or from localhost, so the browser hides its cameras. */
  | { readonly code: 'cameraInsecure' }
  /** A camera that was open went away: unplugged, or permission was withdrawn. */
  | { readonly code: 'cameraLost' }
  /** The file or address does not hold an image this browser reads. `name` is the file's or the address. */
  | { readonly code: 'notAnImage'; readonly name: string }
  /** The file does not hold a video this browser plays. */
  | { readonly code: 'notAVideo'; readonly name: string }
  /** The server could not be reached (`status` 0) or answered with another status than 200. */
  | { readonly code: 'downloadFailed'; readonly url: string; readonly status: number }
  /** The weights file ended early, or is longer than its manifest says. */
  | { readonly code: 'weightsCutShort'; readonly wantedBytes: number; readonly gotBytes: number }
  /** The weights file has the right length but other contents than its manifest promises, or is not safetensors. */
  | { readonly code: 'weightsDamaged'; readonly detail: string }
  /**
   * A tensor of the file does not fit the network: `got` is null when the file lacks it, `wanted` when the network has
   * no more tensors.
   */
  | {
      readonly code: 'weightsOfAnotherNetwork';
      readonly tensor: string;
      readonly wanted: readonly number[] | null;
      readonly got: readonly number[] | null;
    }
  /** A published network of the same name as one of the app's, in another design. */
  | { readonly code: 'namesake'; readonly namesake: Namesake }
  /**
   * The file is no weights file of a known format, is damaged, or holds what no network of the app has. `detail` is an
   * English sentence that says what and where.
   */
  | { readonly code: 'unreadableWeights'; readonly detail: string }
  /** manifest.json or labels.json does not say what it must. `detail` is an English sentence. */
  | { readonly code: 'badManifest'; readonly detail: string }
  /** No network of this id, or options it cannot have. `detail` is an English sentence that names what is allowed. */
  | { readonly code: 'badNetwork'; readonly detail: string }
  /** WebGPU was asked for, and this browser or machine has none. */
  | { readonly code: 'noWebgpu' }
  /** The graphics device was lost in mid-run. `recovering`: the engine is bringing it back by itself. */
  | { readonly code: 'deviceLost'; readonly detail: string; readonly recovering: boolean }
  /** The network does not fit into the device's memory: a smaller resolution helps. */
  | { readonly code: 'outOfMemory'; readonly detail: string }
  /** The device refused a command. Results of that frame are not to be trusted and are not given. */
  | { readonly code: 'deviceError'; readonly detail: string }
  /** The worker stopped, or the program met something it did not expect. */
  | { readonly code: 'workerFailed'; readonly detail: string }
  /** The caller's AbortSignal fired. Nothing to tell the person. */
  | { readonly code: 'aborted' };

export type RunErrorCode = RunError['code'];

/** A published network that shares its name with one of the app's but has another design, which no option turns into it. */
export type Namesake = 'torchvisionAlexNet' | 'kerasInceptionV3';
