import { readFileSync, statSync } from 'node:fs';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';

/** The bytes of a file; the error names the file. Devices and pipes are refused: some never end, others never begin. */
export function readBytes(path: string): Result<Uint8Array> {
  try {
    if (!statSync(path).isFile())
      return failure(`${path}: not a file (wanted a regular file, no folder, device or pipe)`);
    return success(readFileSync(path));
  } catch (error) {
    return failure(
      `${path}: cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'})`,
    );
  }
}

/** The parsed value of a JSON file. */
export function readJson(path: string): Result<unknown> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes.value));
    return success(json);
  } catch {
    return failure(`${path}: not JSON`);
  }
}
