import { failure, success, type Result } from '../../nets/result';
import type { FrameSource } from './frameSource';
import type { RunError } from '../errors/runError';

/** Opens a photo from a file or a URL, as a source of exactly one frame. */
export async function openPhoto(from: File | string, signal?: AbortSignal): Promise<Result<FrameSource, RunError>> {
  const name = typeof from === 'string' ? from : from.name;
  const blob = typeof from === 'string' ? await fetchBlob(from, signal) : success(from);
  if (!blob.ok) return blob;
  const url = URL.createObjectURL(blob.value);
  const element = new Image();
  element.src = url;
  try {
    await element.decode();
    // An SVG without a size has no pixels to read.
    if (element.naturalWidth === 0 || element.naturalHeight === 0) throw new Error('no pixels');
  } catch {
    URL.revokeObjectURL(url);
    return failure({ code: 'notAnImage', name });
  }
  return success(photoSource(element, name, url));
}

function photoSource(element: HTMLImageElement, name: string, url: string): FrameSource {
  let taken = false;
  return {
    kind: 'photo',
    element,
    name,
    widthPixels: element.naturalWidth,
    heightPixels: element.naturalHeight,
    nextFrame: (signal) => {
      if (signal.aborted) return Promise.resolve(failure({ code: 'aborted' }));
      const frame = taken ? null : 1;
      taken = true;
      return Promise.resolve(success(frame));
    },
    grab: async () => {
      try {
        return success(await createImageBitmap(element));
      } catch {
        return failure({ code: 'notAnImage', name });
      }
    },
    hold: () => undefined,
    stop: () => URL.revokeObjectURL(url),
  };
}

async function fetchBlob(url: string, signal?: AbortSignal): Promise<Result<Blob, RunError>> {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    return response.ok
      ? success(await response.blob())
      : failure({ code: 'downloadFailed', url, status: response.status });
  } catch {
    return failure(signal?.aborted === true ? { code: 'aborted' } : { code: 'downloadFailed', url, status: 0 });
  }
}
