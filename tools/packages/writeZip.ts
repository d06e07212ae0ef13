import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Weights and compressed copies do not become smaller. */
const isDense = (path: string): boolean => /\.(safetensors|webp|png|woff2|br|gz)$/.test(path);

/** Writes files as a zip with the same bytes whenever the files are the same. @returns its size in bytes */
export function writeZip(out: string, files: Readonly<Record<string, Uint8Array>>): number {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, [bytes, { level: isDense(path) ? 0 : 6, mtime: epoch }]]),
  );
  const zip = zipSync(entries);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zip);
  return zip.length;
}

/** The first day that a zip can say. */
const epoch = '1980-01-01T12:00:00';
