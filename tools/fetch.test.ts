import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomFile } from '../src/run/checkpoint/fixtures/randomFile';
import { troubledServer, type TroubledServer } from '../src/run/official/fixtures/troubledServer';
import { officialWeights, type OfficialWeights } from '../src/run/official/officialWeights';
import { parseArguments } from './arguments';
import { classifyText } from './classify';
import { fetchText } from './fetch';

const realCheckpoints = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));

let server: TroubledServer;
let folder: string;

beforeEach(async () => {
  server = await troubledServer({});
  folder = mkdtempSync(join(tmpdir(), 'featherweight-fetch-'));
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** `fetch` with the URLs of publishers replaced by those of a local server. */
async function fetchLine(line: string, change: Partial<OfficialWeights> = {}) {
  const args = parseArguments(line.split(' '));
  if (!args.ok) throw new Error(args.error);
  const table = officialWeights.map((entry) => {
    const [file] = entry.files.slice(-1);
    const files = file === undefined ? [] : [{ ...file, url: `${server.url}${entry.name}` }];
    return { ...entry, files, ...change };
  });
  return fetchText(args.value, { table, weights: join(folder, 'weights'), parts: () => join(folder, 'parts') });
}

function readFolderJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'weights', path), 'utf8'));
}

test('a network is downloaded, converted, described, and listed for the app', async () => {
  server.files.set('mobilenet-v1-0.25-imagenet', { bytes: randomFile('mobilenet-v1', { width: 0.25 }) });
  const result = await fetchLine('mobilenet-v1 --width 0.25');
  expect(result).toMatchObject({ ok: true });
  expect(readFolderJson('mobilenet-v1-0.25-imagenet/manifest.json')).toMatchObject({
    name: 'mobilenet-v1-0.25-imagenet',
    net: 'mobilenet-v1',
    options: { width: 0.25, classes: 1000 },
    resolution: 224,
    license: 'Apache-2.0',
    publishedTop1: 50.6,
    accuracy: null,
  });
  expect(readFolderJson('mobilenet-v1-0.25-imagenet/labels.json')).toHaveLength(1000);
  expect(readFolderJson('index.json')).toEqual(['mobilenet-v1-0.25-imagenet']);
});

test('the next call resumes after a broken connection', async () => {
  const bytes = randomFile('mobilenet-v1', { width: 0.25 });
  const gone = Array.from({ length: 9 }, () => ({ status: 404 }));
  server.files.set('mobilenet-v1-0.25-imagenet', {
    bytes,
    troubles: [{ breaksAfterBytes: 100_000 }, ...gone.slice(0, 1)],
  });
  expect(await fetchLine('mobilenet-v1-0.25-imagenet')).toMatchObject({ ok: false });
  expect(await fetchLine('mobilenet-v1-0.25-imagenet')).toMatchObject({ ok: true });
  expect(server.asked.at(-1)).toBe('GET /mobilenet-v1-0.25-imagenet bytes=100000-');
});

describe('errors are sentences', () => {
  test('a file with another digest than the one in its name', async () => {
    server.files.set('squeezenet-1.1-imagenet', { bytes: randomFile('squeezenet', { version: '1.1' }) });
    const result = await fetchLine('squeezenet --version 1.1');
    expect(result.ok ? '' : result.error).toMatch(
      /damaged on the way \(got sha256 [0-9a-f]{64}, wanted b8a52dc0\.\.\.\)$/,
    );
    expect(existsSync(join(folder, 'weights'))).toBe(false);
  });

  test('a file of another network', async () => {
    server.files.set('mobilenet-v1-imagenet', { bytes: randomFile('squeezenet', {}) });
    const result = await fetchLine('mobilenet-v1');
    expect(result.ok ? '' : result.error).toMatch(/^mobilenet_1_0_224_tf\.h5: weights of another network: /);
  });

  test.each([
    ['squeezenet xception', 'fetch: takes one network id (got 2, wanted `fetch ID [options]`)'],
    [
      'mobilenet-v1 --width 0.3',
      'mobilenet-v1: no ImageNet weights are published for this (wanted mobilenet-v1, mobilenet-v1 --width 1.25, mobilenet-v1 --width 0.25, ',
    ],
    [
      'shufflenet-v1',
      'its authors offer no address to fetch from, only https://github.com/megvii-model/ShuffleNet-Series',
    ],
    ['alexnet', 'alexnet: no ImageNet weights are published for this'],
    ['nothing', 'network: no such id'],
    ['xception', 'the server refuses (got status 404, wanted 200)'],
  ])('%j', async (line, sentence) => {
    const result = await fetchLine(line);
    expect(result.ok ? '' : result.error).toContain(sentence);
  });
});

const realFile = join(realCheckpoints, 'tflite/mobilenet_v1_0.25_128_quant.tflite');

test.skipIf(!existsSync(realFile))('a real checkpoint, fetched, sees a cat', async () => {
  server.files.set('mobilenet-v1-0.25-imagenet', { bytes: new Uint8Array(readFileSync(realFile)) });
  expect(await fetchLine('mobilenet-v1 --width 0.25')).toMatchObject({ ok: true });
  const photo = join(realCheckpoints, 'photos/cat_720p.jpg');
  const line = `mobilenet-v1 --weights ${join(folder, 'weights/mobilenet-v1-0.25-imagenet')} --top 3 ${photo}`;
  const args = parseArguments(line.split(' '));
  const seen = args.ok ? await classifyText(args.value) : args;
  expect(seen.ok ? seen.value : seen.error).toMatch(/tabby|tiger cat|Egyptian cat|lynx/);
});
