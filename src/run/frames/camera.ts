import { failure, success, type Result } from '../../nets/result';
import type { CameraChoice, CameraDevice, FrameSource } from './frameSource';
import { isAborted } from '../errors/isAborted';
import type { RunError } from '../errors/runError';
import { untilCalled } from './untilCalled';
import { videoFrames } from './videoFrames';

/** The size requested from a camera. Networks read at most 299 pixels, so more would only cost time. */
const idealPixels = { width: 640, height: 480 };

/**
 * Opens a camera and waits for its first picture. Asks the person for permission where the browser has none yet.
 * @param signal closes the camera again if it fires while the person is still being asked
 */
export async function openCamera(choice: CameraChoice, signal?: AbortSignal): Promise<Result<FrameSource, RunError>> {
  const media = mediaDevices();
  if (media === undefined) return failure(whyNoMedia());
  const asked = await streamOf(media, choice);
  if (!asked.ok) return asked;
  const stream = asked.value;
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  const [track] = stream.getVideoTracks();
  if (isAborted(signal) || track === undefined) {
    stop();
    return failure(track === undefined ? { code: 'noCamera' } : { code: 'aborted' });
  }
  const element = videoElement();
  element.srcObject = stream;
  try {
    await element.play();
  } catch (error) {
    // To save power, iOS plays nothing by itself, not even a muted camera, until the person presses something.
    if (nameOf(error) === 'NotAllowedError' && !isAborted(signal))
      return success(waitingSource(element, cameraSource(element, track, stop)));
    stop();
    return failure(isAborted(signal) ? { code: 'aborted' } : { code: 'cameraSilent' });
  }
  return success(cameraSource(element, track, stop));
}

/** The stream of a camera; where the chosen one is gone or cannot do what is asked, of any. */
async function streamOf(media: MediaDevices, choice: CameraChoice): Promise<Result<MediaStream, RunError>> {
  try {
    return success(
      await media
        .getUserMedia({ audio: false, video: { ...idealSize(), ...constraintsOf(choice) } })
        .catch((error: unknown) => {
          if (nameOf(error) === 'OverconstrainedError') return media.getUserMedia({ audio: false, video: true });
          throw error;
        }),
    );
  } catch (error) {
    return failure(cameraError(error));
  }
}

/** A camera that has no frames until `start` lets it play. */
function waitingSource(element: HTMLVideoElement, source: FrameSource): FrameSource {
  return {
    ...source,
    start: () => plays(element),
    nextFrame: async (signal) => {
      if (element.paused) {
        await untilCalled(signal, (done) => {
          element.addEventListener('playing', done);
          return () => element.removeEventListener('playing', done);
        });
      }
      return source.nextFrame(signal);
    },
  };
}

async function plays(element: HTMLVideoElement): Promise<boolean> {
  try {
    await element.play();
    return true;
  } catch {
    return false;
  }
}

/** Lists the cameras of this machine. Names are empty until the person has allowed one of them. */
export async function listCameras(): Promise<Result<readonly CameraDevice[], RunError>> {
  const media = mediaDevices();
  if (media === undefined) return failure(whyNoMedia());
  const devices = await media.enumerateDevices();
  const cameras = devices.filter((device) => device.kind === 'videoinput');
  if (cameras.length === 0) return failure({ code: 'noCamera' });
  return success(cameras.map(({ deviceId, label }) => ({ deviceId, name: label })));
}

/** Calls `listener` whenever a camera is plugged in or out, until the returned function is called. */
export function subscribeToCameras(listener: () => void): () => void {
  const media = mediaDevices();
  media?.addEventListener('devicechange', listener);
  return () => media?.removeEventListener('devicechange', listener);
}

function cameraSource(element: HTMLVideoElement, track: MediaStreamTrack, stop: () => void): FrameSource {
  const frames = videoFrames(element);
  let isLost = false;
  track.addEventListener('ended', () => {
    isLost = true;
    // Paused, the element goes on showing the last picture.
    element.pause();
    frames.fail({ code: 'cameraLost' });
  });
  return {
    kind: 'camera',
    element,
    name: track.label,
    widthPixels: element.videoWidth || idealPixels.width,
    heightPixels: element.videoHeight || idealPixels.height,
    nextFrame: frames.next,
    grab: async () => {
      try {
        return success(await createImageBitmap(element));
      } catch {
        return failure({ code: 'cameraLost' });
      }
    },
    hold: (isHeld) => {
      if (!isLost) frames.hold(isHeld);
    },
    stop: () => {
      frames.end();
      stop();
      element.srcObject = null;
    },
  };
}

/** A muted inline video element: browsers play it without a click. */
function videoElement(): HTMLVideoElement {
  const element = document.createElement('video');
  element.muted = true;
  element.playsInline = true;
  return element;
}

/** Undefined on pages that are neither https nor localhost and in many apps' own browsers, although the type says otherwise. */
function mediaDevices(): MediaDevices | undefined {
  return window.isSecureContext && 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
}

function whyNoMedia(): RunError {
  return { code: window.isSecureContext ? 'cameraUnsupported' : 'cameraInsecure' };
}

function idealSize(): MediaTrackConstraints {
  return { width: { ideal: idealPixels.width }, height: { ideal: idealPixels.height } };
}

function constraintsOf(choice: CameraChoice): MediaTrackConstraints {
  return 'deviceId' in choice ? { deviceId: { exact: choice.deviceId } } : { facingMode: { ideal: choice.facing } };
}

/** Maps the names of getUserMedia's exceptions, from the Media Capture specification. */
export function cameraError(error: unknown): RunError {
  switch (nameOf(error)) {
    case 'NotFoundError':
      return { code: 'noCamera' };
    case 'OverconstrainedError':
      return { code: 'cameraUnfit' };
    case 'NotAllowedError':
      return { code: 'cameraDenied' };
    case 'SecurityError':
    case 'TypeError':
      return { code: 'cameraInsecure' };
    case 'NotReadableError':
      return { code: 'cameraBusy' };
    // AbortError where the hardware does not start, InvalidStateError where the page is on its way out.
    default:
      return { code: 'cameraSilent' };
  }
}

function nameOf(error: unknown): string {
  return error instanceof DOMException || error instanceof Error ? error.name : '';
}
