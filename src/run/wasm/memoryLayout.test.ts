import { expect, test } from 'vitest';
import { newStore } from './channelView';
import { flattenOf } from './gather';
import { memoryLayoutOf } from './memoryLayout';
import type { WasmStep } from './wasmStep';

const map = (channels: number) => newStore(2, 2, channels);
const relu = (from: ReturnType<typeof map>, to: ReturnType<typeof map>): WasmStep => ({ kind: 'Relu', from, to });

test('stores begin at multiples of 16 floats, at least 16 apart', () => {
  // 4, 60 and 64 floats need 16 more each, and then whole multiples of 16: 32, 80 and 80.
  const [a, b, c] = [map(1), map(15), map(16)];
  const { offsets, length } = memoryLayoutOf(
    [
      { kind: 'Add', from: [a, b], to: c },
      { kind: 'Add', from: [a, b], to: c },
    ],
    a,
    c,
  );
  expect([a, b, c].map((store) => offsets.get(store))).toEqual([0, 112, 32]);
  expect(length).toBe(192);
});

test('a store takes the place of one that nobody reads any more, but never of the output or the input of its step', () => {
  const [a, b, c, d] = [map(4), map(4), map(4), map(4)];
  const { offsets, length } = memoryLayoutOf([relu(a, b), relu(b, c), relu(c, d)], a, d);
  // Each is 16 floats and 16 more.
  expect([a, b, c, d].map((store) => offsets.get(store))).toEqual([0, 32, 0, 32]);
  expect(length).toBe(64);
});

test('the output stays to the end although later steps write elsewhere', () => {
  const [a, out, other] = [map(4), map(4), map(4)];
  const { offsets } = memoryLayoutOf([relu(a, out), relu(a, other)], a, out);
  expect(new Set([a, out, other].map((store) => offsets.get(store))).size).toBe(3);
});

test('flattening goes channel by channel, then row by row', () => {
  const [from, to] = [newStore(2, 2, 3), newStore(1, 1, 12)];
  const memory = new Float32Array(24);
  // Row, column, channel: 10 x pixel + channel.
  for (let at = 0; at < 12; at += 1) memory[at] = 10 * Math.floor(at / 3) + (at % 3);
  flattenOf(from, to, (store) => (store === to ? 12 : 0))(memory);
  expect([...memory.slice(12)]).toEqual([0, 10, 20, 30, 1, 11, 21, 31, 2, 12, 22, 32]);
});
