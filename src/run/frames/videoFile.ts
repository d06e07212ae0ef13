import { failure, success, type Result } from '../../nets/result';
import type { FrameSource } from './frameSource';
import type { RunError } from '../errors/runError';
import { videoFrames } from './videoFrames';

/** Plays a video file muted and in a loop. */
export async function openVideoFile(file: File): Promise<Result<FrameSource, RunError>> {
  const url = URL.createObjectURL(file);
  const element = document.createElement('video');
  element.muted = true;
  element.playsInline = true;
  element.loop = true;
  element.src = url;
  if (!(await showsPictures(element))) {
    URL.revokeObjectURL(url);
    return failure({ code: 'notAVideo', name: file.name });
  }
  const frames = videoFrames(element);
  element.addEventListener('error', () => frames.fail({ code: 'videoBroke', name: file.name }));
  return success({
    kind: 'video',
    element,
    name: file.name,
    widthPixels: element.videoWidth,
    heightPixels: element.videoHeight,
    nextFrame: frames.next,
    grab: async () => {
      try {
        return success(await createImageBitmap(element));
      } catch {
        return failure({ code: 'videoBroke', name: file.name });
      }
    },
    hold: frames.hold,
    stop: () => {
      frames.end();
      element.pause();
      element.removeAttribute('src');
      URL.revokeObjectURL(url);
    },
  });
}

/** Starts a video. False where it does not play, or plays without a picture that can be taken. */
async function showsPictures(element: HTMLVideoElement): Promise<boolean> {
  try {
    await element.play();
    if (element.videoWidth === 0) return false;
    (await createImageBitmap(element)).close();
    return true;
  } catch {
    return false;
  }
}
