import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import type { Pixels } from '../src/run/frames/preprocess';
import { readBytes } from './readFile';

/** Decodes a PNG or JPEG file; its first bytes tell which. */
export function readImage(path: string): Result<Pixels> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  try {
    if (startsWith(bytes.value, [0x89, 0x50, 0x4e, 0x47])) return success(PNG.sync.read(Buffer.from(bytes.value)));
    if (startsWith(bytes.value, [0xff, 0xd8]))
      return success(decode(bytes.value, { useTArray: true, maxMemoryUsageInMB: 1024 }));
  } catch (error) {
    return failure(`${path}: damaged image (${error instanceof Error ? error.message : String(error)})`);
  }
  return failure(`${path}: not an image (wanted PNG or JPEG)`);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
