import { expect, test } from 'vitest';
import { convNorm } from '../../nets/blocks/convNorm';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { builtGraph } from '../../nets/models/model';
import { foldedGraph } from '../../nets/weights/fold';
import { globalAveragePool, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import type { LayersReport } from '../../run/measure/layersTask';
import {
  bestRecord,
  isOfSettings,
  layersJson,
  layersResult,
  roofOf,
  rooflineData,
  rooflineRows,
  wholeRows,
  wholeTime,
  type LayersRecord,
} from './layersResult';
import { layersShelf } from './layersShelf';

/** A 1x1 convolution of 8 x 8 x 16 to 32 channels, its batch norm and its ReLU, then an average. */
const declared = graphOf(
  globalAveragePool(
    'pool',
    convNorm('mix', input({ height: 8, width: 8, channels: 16 }), { outChannels: 32, kernel: 1, activation: 'relu' }),
  ),
);

/** A result of that network under the default settings. */
function resultOf(report: LayersReport) {
  return layersResult({ ...recordOf(report), network: 'net' }, declared);
}

function recordOf(report: LayersReport): LayersRecord {
  return {
    ...{ network: 'squeezenet', date: '2026-01-01T00:00:00.000Z', browser: 'Chrome 156, Linux' },
    settings: { backend: 'auto', method: 'auto', rounds: 3 },
    report,
  };
}

const fused = resultOf(reportOf({ method: 'alone' })).graph;
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
  const { steps: timed } = resultOf(reportOf({ method: 'alone', steps: measured }));
  expect(timed).toEqual([
    { ids: steps[0], timeMs: { median: 3, low: 2.5, high: 3.5 } },
    { ids: steps[1], timeMs: { median: 1, low: 1, high: 1 } },
  ]);
});

test('steps timed by prefixes have the differences between one prefix and the next', () => {
  const times = { method: 'prefixes', steps: measured, prefixesMs: [[1], [5], [7]] } as const;
  const { steps: timed } = resultOf(reportOf(times));
  expect(timed.map(({ ids, timeMs }) => [ids, timeMs.median])).toEqual([
    [steps[0], 4],
    [steps[1], 2],
  ]);
});

/** 8 x 8 x 16 x 32 multiply-adds; 4 bytes for each of 1024 inputs, 512 weights and 2048 outputs. */
test('a point of the roofline is multiply-adds by bytes and by seconds, and layers without them have none', () => {
  const result = resultOf(reportOf({ steps: measured }));
  const data = rooflineData(result);
  expect(data).toHaveLength(1);
  expect(data[0]?.macsPerSecond).toBe((32_768 * 1000) / 3);
  expect(data[0]?.intensity).toBeCloseTo(32_768 / (4 * (1024 + 512 + 2048)), 12);
});

test('a layer that was too short to time has no point', () => {
  const unseen = measured.map((step) => ({ ...step, samplesMs: [0, 0, 0] }));
  expect(rooflineData(resultOf(reportOf({ steps: unseen })))).toEqual([]);
});

test('the table of the roofline begins with its corner: 8 G multiply-adds over 2 GB a second is 4 a byte', () => {
  const rows = rooflineRows(resultOf(reportOf({ steps: measured })));
  expect(rows.slice(0, 2)).toEqual([
    ['layer', 'multiply-adds per byte', 'multiply-adds per second'],
    ['(corner of the roof)', 4, 8e9],
  ]);
  expect(rows[2]?.slice(1)).toEqual([2.286, 10_920_000]);
});

test('the layers, what lies between them and the whole add up, with the spread of the rounds', () => {
  const result = resultOf(reportOf({ steps: measured, wholeMs: [6, 6, 7] }));
  expect(wholeTime(result)).toEqual({
    wholeMs: { median: 6, low: 6, high: 6.5 },
    sumMs: 4,
    betweenMs: { median: 2, low: 2, high: 3 },
  });
  expect(wholeRows(result)).toEqual([
    ['(all layers together)', 4],
    ['(between the layers)', 2, 2, 3],
    ['(whole network)', 6, 6, 6.5],
  ]);
});

test('by prefixes, what lies between the layers is the run without any', () => {
  const times = { method: 'prefixes', steps: measured, prefixesMs: [[1], [5], [7]], wholeMs: [7] } as const;
  expect(wholeTime(resultOf(reportOf(times)))).toMatchObject({ sumMs: 6, betweenMs: { median: 1, low: 1, high: 1 } });
});

test('the roof is the most that the device was seen to do, by a layer too, and the layers above its slope are named', () => {
  const slow = resultOf(reportOf({ steps: measured }));
  expect(roofOf(slow)).toEqual({ macsPerSecond: 8e9, bytesPerSecond: 2e9, raisedBy: undefined, aboveSlope: [] });
  // 32,768 multiply-adds and 14,336 bytes in 2 µs: 16 G and 7 GB a second.
  const quick = measured.map((step) => ({ ...step, samplesMs: [0.002, 0.002, 0.002] }));
  const fast = resultOf(reportOf({ steps: quick }));
  expect(roofOf(fast)).toMatchObject({ bytesPerSecond: 2e9, raisedBy: steps[0]?.[0], aboveSlope: [steps[0]?.[0]] });
  expect(roofOf(fast).macsPerSecond).toBeCloseTo(16.384e9, -3);
  expect(Math.max(...rooflineData(fast).map(({ macsPerSecond }) => macsPerSecond))).toBe(roofOf(fast).macsPerSecond);
});

test('the best record is of the chosen settings, else of the network, else the latest', () => {
  const base = recordOf(reportOf({ method: 'alone' }));
  const settings = { backend: 'auto', method: 'auto', rounds: 3 } as const;
  const [five, other] = [
    { ...base, settings: { ...settings, rounds: 5 } },
    { ...base, network: 'alexnet' },
  ];
  expect(bestRecord([base, five, other], 'squeezenet', settings)).toBe(base);
  expect(bestRecord([base, five, other], 'squeezenet', { ...settings, rounds: 15 })).toBe(five);
  expect(bestRecord([base, five, other], 'vgg16', settings)).toBe(other);
  expect(bestRecord([], 'vgg16', settings)).toBeUndefined();
});

test('an automatic choice counts as what it came to', () => {
  const record = recordOf(reportOf({ method: 'alone' }));
  expect(isOfSettings(record, { backend: 'wasm', method: 'auto', rounds: 3 })).toBe(true);
  expect(isOfSettings(record, { backend: 'webgpu', method: 'auto', rounds: 3 })).toBe(false);
  expect(isOfSettings(record, { backend: 'auto', method: 'prefixes', rounds: 3 })).toBe(false);
  expect(isOfSettings(record, { backend: 'auto', method: 'auto', rounds: 5 })).toBe(false);
});

test('a record is read back as it was kept, and refused where this version has other layers', () => {
  const times = { wholeMs: [6, 6, 7] };
  const [stem] = foldedGraph(builtGraph(squeezeNet)).nodes.filter(({ op }) => op.kind === 'conv');
  const good = recordOf(reportOf({ ...times, steps: [{ ids: [stem?.id ?? ''], samplesMs: [4], repeats: 1 }] }));
  expect(layersShelf.parse(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
  const renamed = { ...good, report: reportOf({ ...times, steps: [{ ids: ['gone'], samplesMs: [4], repeats: 1 }] }) };
  expect(() => layersShelf.parse(renamed)).toThrow('layers: squeezenet has no gone');
  expect(() => layersShelf.parse({ ...good, network: 'nonet' })).toThrow('nonet');
});

test('the file names network, browser and date, and has every sample and both peaks', () => {
  const result = resultOf(reportOf({ steps: measured, wholeMs: [6, 6, 7] }));
  const json: unknown = JSON.parse(layersJson(result));
  expect(json).toMatchObject({
    ...{ kind: 'layers', network: 'net', browser: 'Chrome 156, Linux', date: result.date },
    ...{
      peaks: { macsPerSecond: 8e9, bytesPerSecond: 2e9 },
      times: { steps: measured },
      sumMs: 4,
      betweenMs: { median: 2 },
    },
  });
});
