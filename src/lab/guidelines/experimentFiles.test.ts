import { expect, test } from 'vitest';
import { experimentShelf } from './experimentShelf';
import { experimentJson, questionOf, timedVariants, type ExperimentResult } from './experimentFiles';

/** Guideline 1 at the paper's narrowest: input to output channels 1:1, 1:2, 1:6 and 1:12. arXiv:1807.11164, table 1. */
const result: ExperimentResult = {
  guideline: 'g1',
  setting: { channelsOf: 'gpu', factor: 1, resolution: 56, blocks: 10 },
  device: { backend: 'wasm', adapter: 'SIMD, 1 thread', softwareAdapter: false, whyNotWebgpu: null },
  samplesMs: [
    [10, 12, 11],
    [20, 22, 21],
    [31, 30, 32],
    [41, 42, 40],
  ],
  ...{ backend: 'auto', rounds: 3 },
  date: '2026-01-01T00:00:00.000Z',
  browser: 'Firefox 150, macOS',
};

test('each network has its own samples, costs and the speeds of the paper', () => {
  const variants = timedVariants(result);
  expect(variants.map(({ id, timeMs, rounds }) => [id, timeMs.median, rounds])).toEqual([
    ['1:1', 11, 3],
    ['1:2', 21, 3],
    ['1:6', 31, 3],
    ['1:12', 41, 3],
  ]);
  // Images a second on the GTX 1080 Ti, and on the Snapdragon 810, for x1.
  expect(variants.map(({ paper }) => [paper.gpu, paper.arm])).toEqual([
    [1480, 76.2],
    [1296, 72.9],
    [876, 69.1],
    [748, 57.6],
  ]);
  // The experiment keeps multiply-adds equal, to a few per cent, and raises memory access.
  const [first, , , last] = variants;
  expect(Math.abs((last?.macs ?? 0) / (first?.macs ?? 1) - 1)).toBeLessThan(0.06);
  expect(last?.memoryAccess).toBeGreaterThan(1.2 * (first?.memoryAccess ?? Infinity));
});

test('the file has every sample under the network that took it, and agrees with the paper on both devices', () => {
  const json: unknown = JSON.parse(experimentJson(result));
  expect(json).toMatchObject({
    ...{ kind: 'guideline', guideline: 'g1', browser: 'Firefox 150, macOS', date: result.date },
    ...{ setting: result.setting, device: result.device },
    networks: [
      { id: '1:1', samplesMs: [10, 12, 11], timeMs: { median: 11 } },
      { id: '1:2', samplesMs: [20, 22, 21] },
      { id: '1:6', samplesMs: [31, 30, 32] },
      { id: '1:12', samplesMs: [41, 42, 40], paper: { gpu: 748, arm: 57.6 } },
    ],
    verdicts: { gpu: { verdict: 'agrees' }, arm: { verdict: 'agrees' } },
  });
});

test('a result is read back as it was kept, and refused where networks are missing', () => {
  expect(experimentShelf.parse(JSON.parse(JSON.stringify(result)))).toEqual({ ok: true, value: result });
  const fewer = { ...result, samplesMs: result.samplesMs.slice(1) };
  expect(() => experimentShelf.parse(fewer)).toThrow('not one for each network (got 3, wanted 4)');
});

test('results answer the same question only under the same settings', () => {
  const others = [
    { ...result, rounds: 7 },
    { ...result, backend: 'wasm' as const },
  ];
  const questions = new Set([result, { ...result, date: '2026-01-02' }, ...others].map(questionOf));
  expect(questions.size).toBe(3);
});
