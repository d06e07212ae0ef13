import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readJson } from './readFile';
import { parseManifest, type Manifest } from '../src/run/weights/manifest';
import { writeFolder } from './writeFolder';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Some network's manifest: its fields do not matter here. */
function someManifest(): Manifest {
  const json = readJson('public/weights/shufflenet-v2-everyday64/manifest.json');
  const manifest = json.ok ? parseManifest(json.value) : json;
  if (!manifest.ok) throw new Error(manifest.error);
  return manifest.value;
}

test('the three files are written, and nothing else', () => {
  writeFolder(folder, { manifest: someManifest(), labels: ['cup'], bytes: new Uint8Array([1, 2]) });
  expect(readdirSync(folder).sort()).toEqual(['labels.json', 'manifest.json', 'weights.safetensors']);
  expect([...readFileSync(join(folder, 'weights.safetensors'))]).toEqual([1, 2]);
});

test.skipIf(!existsSync('/dev/full')).each(['weights.safetensors', 'labels.json', 'manifest.json'])(
  'a disk that is full at %s leaves the folder as it was, and names it',
  (name) => {
    writeFolder(folder, { manifest: someManifest(), labels: ['cup'], bytes: new Uint8Array([1, 2]) });
    symlinkSync('/dev/full', join(folder, `${name}.part`));
    const write = () =>
      writeFolder(folder, { manifest: someManifest(), labels: ['mug'], bytes: new Uint8Array([3, 4]) });
    expect(write).toThrow(expect.objectContaining({ code: 'ENOSPC', path: folder }));
    expect(readdirSync(folder).sort()).toEqual(['labels.json', 'manifest.json', 'weights.safetensors']);
    expect([...readFileSync(join(folder, 'weights.safetensors'))]).toEqual([1, 2]);
    expect(readFileSync(join(folder, 'labels.json'), 'utf8')).toContain('cup');
  },
);
