import { expect, test } from 'vitest';
import { benchNetworks } from '../../run/measure/benchNetworks';
import type { DeviceReport } from '../../run/device/executor';
import type { NetworkSamples } from '../../run/measure/timePaths';
import { benchJson, benchRows, ownToStock, pathSpread } from './benchFiles';
import { benchShelf } from './benchShelf';

const device: DeviceReport = {
  backend: 'wasm',
  adapter: 'SIMD, 2 threads',
  softwareAdapter: false,
  whyNotWebgpu: null,
};
const [network] = benchNetworks;
if (network === undefined) throw new Error('no networks');

const result: NetworkSamples = {
  network,
  paths: [
    { path: { backend: 'wasm', kernels: 'own' }, device, samplesMs: [10, 40, 12] },
    { path: { backend: 'wasm', kernels: 'stock' }, device, samplesMs: [20, 80, 20] },
    { path: { backend: 'webgpu', kernels: 'own' }, device, samplesMs: [] },
  ],
};

test('own ÷ stock is the quotient of the medians shown, with the spread of the quotients by round', () => {
  expect(ownToStock(result, 'wasm')).toEqual({ ofMedians: 0.6, byRound: { median: 0.5, low: 0.5, high: 0.55 } });
  expect(pathSpread(result, { backend: 'wasm', kernels: 'own' })).toEqual({ median: 12, low: 11, high: 26 });
});

test('rounds that scatter show it: 40.3 over 40.4 ms is 100%, of which the rounds tell nothing', () => {
  const noisy: NetworkSamples = {
    network,
    paths: [
      { path: { backend: 'wasm', kernels: 'own' }, device, samplesMs: [40.3, 17.8, 90] },
      { path: { backend: 'wasm', kernels: 'stock' }, device, samplesMs: [91.6, 40.4, 40.2] },
    ],
  };
  const ratio = ownToStock(noisy, 'wasm');
  expect(ratio?.ofMedians).toBeCloseTo(40.3 / 40.4, 12);
  expect(ratio?.byRound.median).toBeCloseTo(0.44, 2);
  expect(ratio?.byRound.low).toBeLessThan(1);
  expect(ratio?.byRound.high).toBeGreaterThan(1);
});

test('a path that has not run has no time, no ratio and no row', () => {
  expect(pathSpread(result, { backend: 'webgpu', kernels: 'own' })).toBeNull();
  expect(ownToStock(result, 'webgpu')).toBeNull();
  expect(benchRows([result])).toHaveLength(3);
});

const record = { date: '2026-01-01T00:00:00.000Z', browser: 'a browser', rounds: 3, results: [result] };

test('the files have network, device, rounds, and each ratio under the name of its statistic, the page’s first', () => {
  const [head, own] = benchRows([result]);
  expect(head?.slice(8)).toEqual([
    'own / stock (of medians)',
    'own / stock by round: median',
    'own / stock by round: low quartile',
    'own / stock by round: high quartile',
  ]);
  expect(own).toEqual([network.name, 'WebAssembly', 'own', 'SIMD, 2 threads', 3, 12, 11, 26, 0.6, 0.5, 0.5, 0.55]);
  const json: unknown = JSON.parse(benchJson(record));
  const paths = result.paths.map(({ samplesMs }) => ({ samplesMs }));
  expect(json).toMatchObject({
    ...{ kind: 'bench', browser: 'a browser', date: record.date, rounds: 3 },
    networks: [{ paths, ownToStock: [{ backend: 'wasm', ofMedians: 0.6, byRound: { median: 0.5 } }] }],
  });
});

test('a benchmark is read back as it was kept', () => {
  const kept = { ...record, results: [{ network, paths: result.paths.slice(0, 2) }] };
  expect(benchShelf.parse(JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
  expect(() => benchShelf.parse({ ...kept, results: [{ network: { id: 'none' }, paths: [] }] })).toThrow('network.id');
});
