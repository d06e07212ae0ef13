import { failure, success, type Result } from '../../nets/result';
import type { FrameSource } from './frameSource';
import type { RunError } from '../errors/runError';
import { whyNoPicture } from './whyNoPicture';

/**
 * Opens a photo from a file or a URL, as a source of exactly one frame. One that is cut short or damaged opens as far as it
 * can be drawn; one of which nothing can be drawn is refused.
 */
export async function openPhoto(from: File | string, signal?: AbortSignal): Promise<Result<FrameSource, RunError>> {
  const name = typeof from === 'string' ? from : from.name;
  const blob = typeof from === 'string' ? await fetchBlob(from, signal) : success(from);
  if (!blob.ok) return blob;
  const url = URL.createObjectURL(blob.value);
  const element = new Image();
  element.src = url;
  // Browsers differ in whether they refuse a damaged file here.
  const decodes = await element.decode().then(
    () => true,
    () => false,
  );
  const photo = { name, url, type: blob.value.type };
  // An SVG without a size has no pixels to read.
  const first = element.naturalWidth === 0 || element.naturalHeight === 0 ? null : await pictureOf(element, photo.type);
  if (first === null) {
    URL.revokeObjectURL(url);
    return failure({ code: 'notAnImage', name, why: await whyNoPicture(blob.value) });
  }
  const isHuge = Math.max(element.naturalWidth, element.naturalHeight) > maxDecodedSide;
  return success({ ...photoSource(element, photo, first.bitmap), isDamaged: !isHuge && !(decodes && first.isWhole) });
}

type Photo = { readonly name: string; readonly url: string; readonly type: string };

function photoSource(element: HTMLImageElement, { name, url }: Photo, bitmap: ImageBitmap): FrameSource {
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
    // A copy is ready in a fraction of the time that the photo takes to decode.
    grab: async () => {
      try {
        return success(await createImageBitmap(bitmap));
      } catch {
        return failure({ code: 'aborted' });
      }
    },
    hold: () => undefined,
    stop: () => {
      bitmap.close();
      URL.revokeObjectURL(url);
    },
  };
}

/** The pixels of a photo, and whether the browser decodes all of it. */
type DecodedPicture = { readonly bitmap: ImageBitmap; readonly isWhole: boolean };

/**
 * The pixels of a picture, scaled down where it is huge; null where nothing of it can be drawn. Browsers draw damaged and huge pictures that they refuse
 * to decode at once; those come from what is drawn.
 */
async function pictureOf(element: HTMLImageElement, type: string): Promise<DecodedPicture | null> {
  try {
    const [width, height] = drawnSize(element.naturalWidth, element.naturalHeight);
    const bitmap = await (width === element.naturalWidth && height === element.naturalHeight
      ? createImageBitmap(element)
      : createImageBitmap(element, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' }));
    return { bitmap, isWhole: true };
  } catch {
    return drawnPicture(element, type);
  }
}

async function drawnPicture(element: HTMLImageElement, type: string): Promise<DecodedPicture | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = drawnSize(element.naturalWidth, element.naturalHeight);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  try {
    context.imageSmoothingQuality = 'high';
    context.drawImage(element, 0, 0, canvas.width, canvas.height);
    if (isBlank(canvas)) return null;
    // What a JPEG lacks is grey to most decoders, the command line's too, and nothing to browsers.
    if (type === 'image/jpeg') {
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = 'rgb(128 128 128)';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    // A drawing without a size has no bitmap of its own, and all of it is drawn.
    return { bitmap: await createImageBitmap(canvas), isWhole: type.startsWith('image/svg') };
  } catch {
    return null;
  }
}

/** Whether less than a hundredth of a canvas was drawn on. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const side = 64;
  const small = document.createElement('canvas');
  [small.width, small.height] = [side, side];
  const context = small.getContext('2d');
  if (context === null) return false;
  context.drawImage(canvas, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  let opacity = 0;
  for (let at = 3; at < data.length; at += 4) opacity += data[at] ?? 0;
  return opacity < 0.01 * 255 * side * side;
}

/** In pixels: no browser decodes a picture with a longer side at once. */
const maxDecodedSide = 16_384;

/** In pixels: more than any network reads, and less than any browser's largest canvas. */
const maxDrawnSide = 4096;

/** The size, in pixels, at which a photo is read: its own, or smaller where that would take seconds for nothing. */
export function drawnSize(width: number, height: number): [width: number, height: number] {
  const scale = Math.min(1, maxDrawnSide / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
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
