import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileIdentity, PartStore } from '../src/run/official/partStore';

/** Keeps the first bytes of a file in a file, and what identifies the whole one in another file beside it. */
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

/** Null if it was not written completely: then the kept bytes are useless. */
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
