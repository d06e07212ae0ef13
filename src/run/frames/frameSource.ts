import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/** Something that shows pictures: a camera, a photo, a video file. Its owner stops it. */
export type FrameSource = {
  readonly kind: 'camera' | 'photo' | 'video';
  /** The element that shows the picture and that frames are taken from; the page puts it where it wants it. */
  readonly element: HTMLVideoElement | HTMLImageElement;
  /** The camera's name, the file's name or the address. */
  readonly name: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Resolves when there is a picture that was not taken yet, with the number of frames presented so far; null at the end. */
  readonly nextFrame: (signal: AbortSignal) => Promise<Result<number | null, RunError>>;
  /** The picture shown now. */
  readonly grab: () => Promise<Result<ImageBitmap, RunError>>;
  /** Stops a camera's or video's picture where it is, or lets it go on; nothing for a photo. */
  readonly hold: (isHeld: boolean) => void;
  /** Ends the camera or frees the file. */
  readonly stop: () => void;
};

/** A camera of this machine. `name` is empty until the person has allowed one. */
export type CameraDevice = { readonly deviceId: string; readonly name: string };

/** Which camera: one by id, or the one that faces the person or the room. */
export type CameraChoice = { readonly deviceId: string } | { readonly facing: 'user' | 'environment' };
