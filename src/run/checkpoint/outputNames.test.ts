import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { servedWeights, weightsUrl } from '../fixtures/servedWeights';
import { classNames, classNamingOf } from './classNames';
import { outputNames } from './outputNames';

const signal = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(): void {
  const read = (path: string) =>
    new Uint8Array(readFileSync(new URL(`../../../public/weights/${path}`, import.meta.url)));
  vi.stubGlobal('fetch', servedWeights({ read }));
}

test('names fit as many outputs as there are names', () => {
  expect(outputNames(['cat', 'cup'], 2)).toEqual({ ok: true, value: ['cat', 'cup'] });
  expect(outputNames(['cat', 'cup'], 3)).toEqual({
    ok: false,
    error: 'not one name for each output (got 2, wanted 3)',
  });
});

test('only 1001 outputs have a background class', () => {
  const names = Array.from({ length: 999 }, String);
  expect(outputNames(names, 1000).ok).toBe(false);
  expect(outputNames([...names, '999'], 1002).ok).toBe(false);
});

/** TensorFlow's models/research/slim/datasets/imagenet.py: 0 background, 1 tench, 505 coffee mug, 1000 toilet tissue. */
test('of 1001 outputs the first is the background, so that output 505 is the coffee mug', async () => {
  serve();
  const names = await classNames(1001, weightsUrl, signal);
  expect(names).toHaveLength(1001);
  expect([names[0], names[1], names[505]?.split(',')[0], names[1000]?.split(',')[0]]).toEqual([
    'background',
    'tench',
    'coffee mug',
    'toilet tissue',
  ]);
});

test('of 1000 outputs the first is the tench and number 504 the coffee mug', async () => {
  serve();
  const names = await classNames(1000, weightsUrl, signal);
  expect([names.length, names[0], names[504]?.split(',')[0]]).toEqual([1000, 'tench', 'coffee mug']);
});

test('64 outputs have the names of the everyday classes, other numbers and failed downloads give numbers', async () => {
  serve();
  expect(await classNames(64, weightsUrl, signal)).toHaveLength(64);
  expect((await classNames(64, weightsUrl, signal))[0]).not.toBe('0');
  expect(await classNames(3, weightsUrl, signal)).toEqual(['0', '1', '2']);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect((await classNames(1000, weightsUrl, signal)).slice(0, 2)).toEqual(['0', '1']);
});

test('the naming is known from the number of outputs', () => {
  expect([64, 999, 1000, 1001, 1002].map(classNamingOf)).toEqual([
    'everyday',
    'numbers',
    'imagenet',
    'imagenet',
    'numbers',
  ]);
});
