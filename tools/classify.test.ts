import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../src/nets/result';
import expected from '../src/run/fixtures/expectedLogits.json';
import { largestDifference } from '../src/run/fixtures/opWitness';
import { seededFolder } from '../src/run/fixtures/seededFolder';
import { parseArguments } from './arguments';
import { classifyText } from './classify';

const weights = '--weights shufflenet-v2-everyday64';
const coffee = fileURLToPath(new URL('../training/samples/coffee.png', import.meta.url));
const prepared = fileURLToPath(new URL('../src/run/fixtures/coffee-96.png', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-classify-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function classify(line: string): Promise<Result<string>> {
  const args = parseArguments(line.split(' '));
  return args.ok ? classifyText(args.value) : args;
}

/** The error sentence of a refused command line. */
async function refusal(line: string): Promise<string> {
  const result = await classify(line);
  if (result.ok) throw new Error(`not refused: ${result.value}`);
  return result.error;
}

async function classifiedJson(line: string): Promise<unknown> {
  const result = await classify(`${line} --json`);
  if (!result.ok) throw new Error(result.error);
  return JSON.parse(result.value);
}

test('a cup of coffee is espresso, as readable text', async () => {
  const result = await classify(`shufflenet-v2 ${weights} --top 3 ${coffee}`);
  expect(result).toMatchObject({ ok: true });
  const lines = result.ok ? result.value.split('\n') : [];
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(coffee);
  expect(lines[1]).toMatch(/^ {3}\d\d\.\d % {2}espresso$/);
});

test('the shipped ImageNet network recognises a cat and a cup of espresso', async () => {
  const chelsea = coffee.replace('coffee', 'chelsea');
  const result = await classify(
    `efficientnet-lite0 --weights efficientnet-lite0-imagenet --top 3 ${chelsea} ${coffee}`,
  );
  const [cat = '', cup = ''] = result.ok ? result.value.split(coffee) : [];
  expect(cat).toMatch(/tabby|tiger cat|Egyptian cat|Persian cat/);
  expect(cup).toMatch(/espresso|cup/);
});

test('JSON has one entry per file, with logits only on request', async () => {
  const entries = await classifiedJson(`shufflenet-v2 ${weights} --top 1 ${coffee} ${prepared}`);
  expect(entries).toMatchObject([coffee, prepared].map((file) => ({ file, top: [{ index: 19, label: 'espresso' }] })));
  expect(JSON.stringify(entries)).not.toContain('logits');
});

test("an image of the wanted resolution is used as it is, and gives PyTorch's logits", async () => {
  for (const [path, bytes] of await seededFolder('seeded', { ...expected, options: { classes: expected.classes } })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const [result] = entriesOf(await classifiedJson(`shufflenet-v2 --weights ${folder}/seeded --logits ${prepared}`));
  expect(largestDifference(result?.logits ?? [], expected.float16['coffee-96.png'])).toBeLessThan(1e-3);
});

test('a picture cut short is labelled as far as it goes, with a warning', async () => {
  const cut = join(folder, 'half.png');
  const whole = readFileSync(coffee);
  writeFileSync(cut, whole.subarray(0, whole.length * 0.9));
  const result = await classify(`shufflenet-v2 ${weights} --top 1 --json ${cut}`);
  expect(result).toMatchObject({
    ok: true,
    unread: [],
    warnings: [expect.stringMatching(/^\S+half\.png: damaged image, drawn as far as it goes \(.+\)$/)],
  });
  expect(result.ok && result.value).toMatch(/"label": "espresso"[^]*"damage": "\S+half\.png: damaged image/);
});

test('weights are found by the path of their file or folder', async () => {
  const path = fileURLToPath(new URL('../public/weights/shufflenet-v2-everyday64', import.meta.url));
  const answers = [];
  for (const place of [path, `${path}/weights.safetensors`]) {
    answers.push(await classifiedJson(`shufflenet-v2 --weights ${place} --top 1 ${prepared}`));
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject([{ top: [{ label: 'espresso' }] }]);
});

describe('errors are sentences', () => {
  test.each([
    ['shufflenet-v2', 'classify: names no images (wanted `classify ID --weights NAME_OR_FILE FILE...`)'],
    [`shufflenet-v2 ${coffee}`, 'classify: lacks its weights (wanted --weights NAME_OR_FILE)'],
    [`shufflenet-v2 ${weights} --top 0 ${coffee}`, 'top: not a positive whole number (got 0)'],
    [`shufflenet-v2 ${weights} /no/such.png`, '/no/such.png: cannot be read (ENOENT)'],
    [
      `shufflenet-v2 ${weights} --width 3 ${coffee}`,
      'shufflenet-v2: width: no such value (got 3, wanted 0.5, 1, 1.5 or 2)',
    ],
    [
      `shufflenet-v2 ${weights} --width 0.5 ${coffee}`,
      'shufflenet-v2-everyday64: weights of another network: stage2.unit1.shortcut.pointwise.conv.weight (got [58, 24, 1, 1], wanted [24, 24, 1, 1])',
    ],
  ])('%s', async (line, error) => {
    expect(await refusal(line)).toBe(error);
  });

  test('a folder and an endless device are no images', async () => {
    for (const path of [folder, '/dev/zero'].filter((place) => existsSync(place)))
      expect(await refusal(`shufflenet-v2 ${weights} ${path}`)).toBe(
        `${path}: not a file (wanted a regular file, no folder, device or pipe)`,
      );
  });

  test('an unknown name lists the known ones', async () => {
    const sentence = await refusal(`shufflenet-v2 --weights nothing ${coffee}`);
    expect(sentence).toMatch(/^weights: no such name or file \(got nothing, wanted .*shufflenet-v2-everyday64/);
  });

  test('a text file as an image', async () => {
    const text = join(folder, 'note.png');
    writeFileSync(text, 'no picture');
    expect(await refusal(`shufflenet-v2 ${weights} ${text}`)).toBe(
      `${text}: not an image (wanted PNG, JPEG, WebP, GIF or AVIF)`,
    );
  });

  test('an image of which not even the header is left', async () => {
    const cut = join(folder, 'cut.png');
    writeFileSync(cut, readFileSync(coffee).subarray(0, 20));
    expect(await refusal(`shufflenet-v2 ${weights} ${cut}`)).toBe(`${cut}: damaged image (its header is unreadable)`);
  });

  test('an image that cannot be read, while the others are still labelled', async () => {
    const result = await classify(`shufflenet-v2 ${weights} --top 1 ${prepared} /no/such.png ${coffee}`);
    expect(result).toMatchObject({ ok: true, unread: ['/no/such.png: cannot be read (ENOENT)'] });
    expect(result.ok && result.value.match(/espresso/g)).toHaveLength(2);
  });

  test('images of which none can be read, each with its sentence', async () => {
    expect(await classify(`shufflenet-v2 ${weights} /no/one.png /no/two.png`)).toEqual({
      ok: false,
      error: '/no/two.png: cannot be read (ENOENT)',
      unread: ['/no/one.png: cannot be read (ENOENT)'],
    });
  });

  test('a folder whose weights were cut short', async () => {
    const source = fileURLToPath(new URL('../public/weights/shufflenet-v2-everyday64/', import.meta.url));
    for (const name of ['manifest.json', 'labels.json', 'weights.safetensors']) {
      const bytes = readFileSync(join(source, name));
      writeFileSync(join(folder, name), name === 'weights.safetensors' ? bytes.subarray(0, 999) : bytes);
    }
    const sentence = await refusal(`shufflenet-v2 --weights ${folder} ${coffee}`);
    expect(sentence).toMatch(/weights\.safetensors: cut short \(got 999 bytes, wanted \d+\)$/);
  });
});

type Entry = { readonly logits: readonly number[] };

function entriesOf(json: unknown): readonly Entry[] {
  return Array.isArray(json) ? json.filter(isEntry) : [];
}

function isEntry(entry: unknown): entry is Entry {
  return typeof entry === 'object' && entry !== null && 'logits' in entry && Array.isArray(entry.logits);
}
