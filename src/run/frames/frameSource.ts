import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/** Where frames come from: a camera, a photo, a video file. Its owner stops it. */
export type FrameSource = {
  readonly kind: 'camera' | 'photo' | 'video';
  /** The element that shows the picture and that frames are grabbed from; the page places it. */
  readonly element: HTMLVideoElement | HTMLImageElement;
  /** The name of the camera or the file, or the URL. */
  readonly name: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Whether parts of a photo could not be decoded, so that its networks see gaps. */
  readonly isDamaged?: boolean;
  /** Resolves when there is a new picture, with the number of pictures presented so far; null at the end. */
  readonly nextFrame: (signal: AbortSignal) => Promise<Result<number | null, RunError>>;
  /** Grabs the picture shown now. */
  readonly grab: () => Promise<Result<ImageBitmap, RunError>>;
  /** Pauses or resumes a camera or video; does nothing for a photo. */
  readonly hold: (isHeld: boolean) => void;
  /** Starts a camera that the browser plays only when the person presses something; false where it still refuses. */
  readonly start?: () => Promise<boolean>;
  /** Closes the camera or frees the file. */
  readonly stop: () => void;
};

/** A camera of this machine. `name` is empty until the person has allowed one. */
export type CameraDevice = { readonly deviceId: string; readonly name: string };

/** One camera by id, or the one that faces the person or the room. */
export type CameraChoice = { readonly deviceId: string } | { readonly facing: 'user' | 'environment' };
