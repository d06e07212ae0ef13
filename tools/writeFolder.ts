import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeightsFolder } from '../src/run/weights/weightsFolder';

/** Writes the three files of a folder of weights. */
export function writeFolder(path: string, { manifest, labels, bytes }: WeightsFolder): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'weights.safetensors'), bytes);
  writeFileSync(join(path, 'labels.json'), `${JSON.stringify(labels, null, 2)}\n`);
  writeFileSync(join(path, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
