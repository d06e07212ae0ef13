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
  // A file that is damaged or cut short is refused here, and drawn all the same as far as it goes.
  await element.decode().catch(() => undefined);
  // An SVG without a size has no pixels to read.
  if (element.naturalWidth === 0 || element.naturalHeight === 0) {
    URL.revokeObjectURL(url);
    return failure({ code: 'notAnImage', name });
  }
  return success(photoSource(element, { name, url, type: blob.value.type }));
}

type Photo = { readonly name: string; readonly url: string; readonly type: string };

function photoSource(element: HTMLImageElement, { name, url, type }: Photo): FrameSource {
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
        return success(await bitmapOf(element, type));
      } catch {
        return failure({ code: 'notAnImage', name });
      }
    },
    hold: () => undefined,
    stop: () => URL.revokeObjectURL(url),
  };
}

/**
 * The pixels of a picture. Browsers draw damaged and huge pictures that they refuse to decode at once; those come from what
 * is drawn.
 * @throws where nothing can be drawn either
 */
async function bitmapOf(element: HTMLImageElement, type: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(element);
  } catch {
    const { naturalWidth, naturalHeight } = element;
    const scale = Math.min(1, maxDrawnSide / Math.max(naturalWidth, naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(naturalHeight * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    // What a JPEG lacks is grey to most decoders, the command line's too, and nothing to browsers.
    if (type === 'image/jpeg') {
      context.fillStyle = 'rgb(128 128 128)';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(element, 0, 0, canvas.width, canvas.height);
    return createImageBitmap(canvas);
  }
}

/** In pixels: more than any network reads, and less than any browser's largest canvas. */
const maxDrawnSide = 4096;

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
