import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeightsFolder } from '../src/run/weights/weightsFolder';

/**
 * Writes the three files of a folder of weights, all or none: where one cannot be written, such as on a full disk, what
 * the folder held before is still there.
 * @throws the system's error, with the folder as its `path`
 */
export function writeFolder(path: string, { manifest, labels, bytes }: WeightsFolder): void {
  const files = [
    ['weights.safetensors', bytes],
    ['labels.json', `${JSON.stringify(labels, null, 2)}\n`],
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ] as const;
  const draft = (name: string): string => join(path, `${name}.part`);
  mkdirSync(path, { recursive: true });
  try {
    for (const [name, content] of files) writeFileSync(draft(name), content);
  } catch (error) {
    for (const [name] of files) rmSync(draft(name), { force: true });
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
  for (const [name] of files) renameSync(draft(name), join(path, name));
}
