import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileIdentity, PartStore } from '../src/run/official/partStore';

/** The beginning of a file in a file, with what identifies the whole in another beside it. */
export function fileParts(path: string): PartStore {
  const identityPath = `${path}.json`;
  return {
    read: () => {
      const identity = existsSync(path) && existsSync(identityPath) ? parseIdentity(identityPath) : null;
      return Promise.resolve(identity === null ? null : { bytes: new Uint8Array(readFileSync(path)), identity });
    },
    append: (bytes, identity) => {
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, bytes);
      writeFileSync(identityPath, JSON.stringify(identity));
      return Promise.resolve();
    },
    clear: () => {
      rmSync(path, { force: true });
      rmSync(identityPath, { force: true });
      return Promise.resolve();
    },
  };
}

/** Null when it was not written whole: then the beginning is of no use. */
function parseIdentity(path: string): FileIdentity | null {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || !('totalBytes' in json) || !('version' in json)) return null;
  const { totalBytes, version } = json;
  return {
    totalBytes: typeof totalBytes === 'number' ? totalBytes : null,
    version: typeof version === 'string' ? version : null,
  };
}
