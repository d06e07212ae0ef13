import { expect, test } from 'vitest';
import { convNorm } from '../../nets/blocks/convNorm';
import { globalAveragePool, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import type { LayersReport } from '../../run/measure/layersTask';
import { layersJson, layersResult, rooflineData, rooflineRows } from './layersResult';

/** A 1x1 convolution of 8 x 8 x 16 to 32 channels, its batch norm and its ReLU, then an average. */
const declared = graphOf(
  globalAveragePool(
    'pool',
    convNorm('mix', input({ height: 8, width: 8, channels: 16 }), { outChannels: 32, kernel: 1, activation: 'relu' }),
  ),
);

const fused = layersResult('net', declared, reportOf({ method: 'alone' })).graph;
const idsOf = (kind: string) => fused.nodes.filter(({ op }) => op.kind === kind).map(({ id }) => id);
const steps = [[...idsOf('conv'), ...idsOf('activation')], idsOf('globalAveragePool')];

function reportOf(times: Partial<LayersReport['times']>): LayersReport {
  return {
    device: { backend: 'wasm', adapter: 'SIMD, 1 thread', softwareAdapter: false, whyNotWebgpu: null },
    times: {
      method: 'alone',
      clock: { kind: 'wall', resolutionMs: 0.1 },
      steps: [],
      prefixesMs: [],
      wholeMs: [],
      ...times,
    },
    peaks: { macsPerSecond: 8e9, bytesPerSecond: 2e9, arithmetic: 'matrixProduct' },
  };
}

const measured = steps.map((ids, index) => ({
  ids,
  samplesMs: index === 0 ? [4, 2, 3] : [1, 1, 1],
  repeats: 1,
}));

test('steps timed alone have the spread of their samples', () => {
  const { steps: timed } = layersResult('net', declared, reportOf({ method: 'alone', steps: measured }));
  expect(timed).toEqual([
    { ids: steps[0], timeMs: { median: 3, low: 2.5, high: 3.5 } },
    { ids: steps[1], timeMs: { median: 1, low: 1, high: 1 } },
  ]);
});

test('steps timed by prefixes have the differences between one prefix and the next', () => {
  const times = { method: 'prefixes', steps: measured, prefixesMs: [[1], [5], [7]] } as const;
  const { steps: timed } = layersResult('net', declared, reportOf(times));
  expect(timed.map(({ ids, timeMs }) => [ids, timeMs.median])).toEqual([
    [steps[0], 4],
    [steps[1], 2],
  ]);
});

/** 8 x 8 x 16 x 32 multiply-adds; 4 bytes for each of 1024 inputs, 512 weights and 2048 outputs. */
test('a point of the roofline is multiply-adds by bytes and by seconds, and layers without them have none', () => {
  const result = layersResult('net', declared, reportOf({ steps: measured }));
  const data = rooflineData(result);
  expect(data).toHaveLength(1);
  expect(data[0]?.macsPerSecond).toBe((32_768 * 1000) / 3);
  expect(data[0]?.intensity).toBeCloseTo(32_768 / (4 * (1024 + 512 + 2048)), 12);
});

test('a layer that was too short to time has no point', () => {
  const unseen = measured.map((step) => ({ ...step, samplesMs: [0, 0, 0] }));
  expect(rooflineData(layersResult('net', declared, reportOf({ steps: unseen })))).toEqual([]);
});

test('the table of the roofline begins with its corner: 8 G multiply-adds over 2 GB a second is 4 a byte', () => {
  const rows = rooflineRows(layersResult('net', declared, reportOf({ steps: measured })));
  expect(rows.slice(0, 2)).toEqual([
    ['layer', 'multiply-adds per byte', 'multiply-adds per second'],
    ['(corner of the roof)', 4, 8e9],
  ]);
  expect(rows[2]?.slice(1)).toEqual([2.286, 10_920_000]);
});

test('the file names network, browser and date, and has every sample and both peaks', () => {
  const result = layersResult('net', declared, reportOf({ steps: measured }));
  const json: unknown = JSON.parse(layersJson(result, 'Chrome 156, Linux'));
  expect(json).toMatchObject({
    ...{ kind: 'layers', network: 'net', browser: 'Chrome 156, Linux', date: result.date },
    ...{ peaks: { macsPerSecond: 8e9, bytesPerSecond: 2e9 }, times: { steps: measured } },
  });
  expect(Math.abs(Date.parse(result.date) - Date.now())).toBeLessThan(60_000);
});
