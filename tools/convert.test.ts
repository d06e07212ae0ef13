import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelById } from '../src/nets/models/index';
import { weightTensorsOf } from '../src/nets/weights/weightTensors';
import type { Result } from '../src/nets/result';
import { parseSafetensors, writeSafetensors } from '../src/run/formats/safetensors/safetensors';
import { parseManifest } from '../src/run/weights/manifest';
import { randomTensors } from '../src/run/weights/randomTensors';
import { damageOf } from '../src/run/weights/weightsFolder';
import { parseArguments } from './arguments';
import { classifyText } from './classify';
import { convertText } from './convert';

const published = fileURLToPath(new URL('../public/weights/shufflenet-v2-everyday64/', import.meta.url));

const photograph = fileURLToPath(new URL('../training/samples/coffee.png', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-convert-'));
  writeFileSync(join(folder, 'names.txt'), 'goldfish\nespresso\nteapot\n');
  writeFileSync(join(folder, 'checkpoint.safetensors'), foreignCheckpoint());
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function convert(line: string): Promise<Result<string>> {
  const args = parseArguments(line.replaceAll('@', `${folder}/`).split(' '));
  return args.ok ? convertText(args.value) : args;
}

/** The error sentence of a refused command line. */
async function refusal(line: string): Promise<string> {
  const result = await convert(line);
  if (result.ok) throw new Error(`not refused: ${result.value}`);
  return result.error;
}

test('a checkpoint with other names becomes a folder that the app reads', async () => {
  const line = '@checkpoint.safetensors --net squeezenet --version 1.1 --labels @names.txt --out @three-things';
  expect(await convert(line)).toMatchObject({ ok: true });
  const manifest = parseManifest(readJson('three-things/manifest.json'));
  if (!manifest.ok) throw new Error(manifest.error);
  expect(manifest.value).toMatchObject({ name: 'three-things', net: 'squeezenet', resolution: 224, accuracy: null });
  expect(manifest.value.options).toEqual({ version: '1.1', bypass: 'none', classes: 3 });
  expect(readJson('three-things/labels.json')).toEqual(['goldfish', 'espresso', 'teapot']);
  const bytes = new Uint8Array(readFileSync(join(folder, 'three-things/weights.safetensors')));
  expect(await damageOf(bytes, manifest.value)).toBeNull();
  const file = parseSafetensors(bytes);
  expect(file.ok && file.value.tensors.map(({ name, shape }) => ({ name, shape }))).toEqual(
    weightTensorsOf(squeezeNet()).map(({ name, shape }) => ({ name, shape })),
  );
});

test('the --about file goes into the manifest', async () => {
  const accuracy = { set: 'three photographs', images: 3, top1: 1, top5: 1 };
  writeFileSync(join(folder, 'about.json'), JSON.stringify({ license: 'CC0', source: 'a test', accuracy }));
  const line =
    '@checkpoint.safetensors --net squeezenet --version 1.1 --labels @names.txt --about @about.json --out @known --json';
  const result = await convert(line);
  expect(result.ok && JSON.parse(result.value)).toMatchObject({ license: 'CC0', source: 'a test', accuracy });
});

test('converting a published folder keeps every value, and converting the result keeps every byte', async () => {
  const rest = `--net shufflenet-v2 --resolution 96 --labels ${published}labels.json`;
  expect(await convert(`${published}weights.safetensors ${rest} --out @once`)).toMatchObject({ ok: true });
  expect(await convert(`@once/weights.safetensors ${rest} --out @again`)).toMatchObject({ ok: true });
  const once = readFileSync(join(folder, 'once/weights.safetensors'));
  expect(digestsOf(once)).toEqual(digestsOf(readFileSync(`${published}weights.safetensors`)));
  expect(readFileSync(join(folder, 'again/weights.safetensors')).equals(once)).toBe(true);
}, 120_000);

test.each([
  ['@checkpoint.safetensors --net squeezenet', /^convert: incomplete \(wanted `convert CHECKPOINT --net ID/],
  ['@checkpoint.safetensors --net nothing --labels @names.txt --out @x', /^network: no such id \(got nothing/],
  ['@nothing.pth --net squeezenet --labels @names.txt --out @x', /nothing\.pth: cannot be read \(ENOENT\)$/],
  ['@names.txt --net squeezenet --labels @names.txt --out @x', /names\.txt: /],
  [
    '@checkpoint.safetensors --net squeezenet --version 1.0 --labels @names.txt --out @x',
    /weights of another network: conv1\.conv\.weight \(t0\.weight in the file\) \(got \[64, 3, 3, 3\], wanted \[96, 3, 7, 7\]\)$/,
  ],
  [
    '@checkpoint.safetensors --net squeezenet --version 1.1 --classes 3 --labels @four.txt --out @x',
    /four\.txt: not one name for each output \(got 4, wanted 3\)$/,
  ],
])('%s is refused, and nothing is written', async (line, error) => {
  writeFileSync(join(folder, 'four.txt'), 'a\nb\nc\nd\n');
  expect(await refusal(line)).toMatch(error);
  expect(existsSync(join(folder, 'x'))).toBe(false);
});

test('a value that float16 cannot hold is kept in float32, and the network classifies as before', async () => {
  writeFileSync(join(folder, 'huge.safetensors'), foreignCheckpoint(1e6));
  const line = '@huge.safetensors --net squeezenet --version 1.1 --labels @names.txt --out @float32';
  expect(await convert(line)).toMatchObject({ ok: true });
  const file = parseSafetensors(new Uint8Array(readFileSync(join(folder, 'float32/weights.safetensors'))));
  expect(file.ok && file.value.tensors[0]?.data[0]).toBe(1e6);
  const [before, after] = [await logitsOf('@huge.safetensors --version 1.1'), await logitsOf('@float32')];
  expect(before).toHaveLength(3);
  expect(before.every(Number.isFinite)).toBe(true);
  expect(after).toEqual(before);
}, 120_000);

test.each([
  ['NaN', NaN],
  ['-Infinity', -Infinity],
])('a weight that is %s is refused by convert and classify, with its layer', async (got, value) => {
  writeFileSync(join(folder, 'diverged.safetensors'), foreignCheckpoint(value));
  const reason = `conv1.conv.weight: impossible weight (got ${got} at value 0, wanted a finite number)`;
  const line = '@diverged.safetensors --net squeezenet --version 1.1 --labels @names.txt --out @diverged';
  expect(await refusal(line)).toBe(`${folder}/diverged.safetensors: ${reason}`);
  expect(existsSync(join(folder, 'diverged'))).toBe(false);
  await expect(logitsOf('@diverged.safetensors --version 1.1')).rejects.toThrow(reason);
});

test('a weights folder with a weight that is NaN is refused by classify', async () => {
  const graph = squeezeNet();
  const tensors = new Map([...randomTensors(graph)].map(([name, tensor]) => [name, { ...tensor, name }]));
  const first = [...tensors.values()].at(0);
  first?.data.fill(NaN, 5, 6);
  const bytes = writeSafetensors([...tensors.values()], { dtype: 'F32' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { name: 'spoilt', net: 'squeezenet', options: { version: '1.1', classes: 3 }, resolution: 224 };
  const means = { mean: [0, 0, 0], std: [1, 1, 1], license: 'CC0', source: 'a test', accuracy: null };
  mkdirSync(join(folder, 'spoilt'));
  writeFileSync(join(folder, 'spoilt/weights.safetensors'), bytes);
  writeFileSync(join(folder, 'spoilt/labels.json'), JSON.stringify(['a', 'b', 'c']));
  const manifest = { ...about, ...means, bytes: bytes.length, sha256 };
  writeFileSync(join(folder, 'spoilt/manifest.json'), JSON.stringify(manifest));
  await expect(logitsOf('@spoilt')).rejects.toThrow(`${first?.name ?? ''}: impossible weight (got NaN at value 5`);
});

function squeezeNet() {
  const model = modelById('squeezenet');
  const graph = model.ok ? model.value.build({ version: '1.1', classes: 3 }) : model;
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

/** The logits that the command line prints, to six digits, for a photograph with these weights. */
async function logitsOf(weights: string): Promise<readonly number[]> {
  const line = `squeezenet --weights ${weights.replace('@', `${folder}/`)} --logits ${photograph}`;
  const args = parseArguments(line.split(' '));
  const text = args.ok ? await classifyText(args.value) : args;
  if (!text.ok) throw new Error(text.error);
  return (text.value.split('\n').at(-1) ?? '').trim().split(' ').map(Number);
}

/** SqueezeNet 1.1 with three classes, under names that only show the order; the first value is `first`. */
function foreignCheckpoint(first = 0.5): Uint8Array {
  const tensors = [...randomTensors(squeezeNet())].map(([name, { shape, data }], index) => ({
    name: `t${Math.floor(index / 2)}.${name.slice(name.lastIndexOf('.') + 1)}`,
    shape,
    data: index === 0 ? data.with(0, first) : data,
  }));
  return writeSafetensors(tensors, { dtype: 'F32' });
}

/** A digest of each tensor's values, quicker to compare than a million numbers. */
function digestsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const file = parseSafetensors(bytes);
  if (!file.ok) throw new Error(file.error);
  return Object.fromEntries(
    file.value.tensors.map(({ name, data }) => [name, createHash('sha256').update(data).digest('hex')]),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
