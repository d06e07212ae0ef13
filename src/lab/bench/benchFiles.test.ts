import { expect, test } from 'vitest';
import { benchNetworks } from '../../run/measure/benchNetworks';
import type { DeviceReport } from '../../run/device/executor';
import type { NetworkSamples } from '../../run/measure/timePaths';
import { benchJson, benchRows, pathMedianMs, ratioOf } from './benchFiles';

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

test('a ratio is computed within each round, so that a slow round affects both', () => {
  expect(ratioOf(result, 'wasm')).toBe(0.5);
  expect(pathMedianMs(result, { backend: 'wasm', kernels: 'own' })).toBe(12);
});

test('a path that has not run has no time, no ratio and no row', () => {
  expect(pathMedianMs(result, { backend: 'webgpu', kernels: 'own' })).toBeNull();
  expect(ratioOf(result, 'webgpu')).toBeNull();
  expect(benchRows([result])).toHaveLength(3);
});

test('the files have network, device, rounds and ratio', () => {
  const [, own] = benchRows([result]);
  expect(own).toEqual([network.name, 'WebAssembly', 'own', 'SIMD, 2 threads', 3, 12, 11, 26, 0.5]);
  const json: unknown = JSON.parse(benchJson([result], 'a browser', '2026-01-01'));
  const paths = result.paths.map(({ samplesMs }) => ({ samplesMs }));
  expect(json).toMatchObject({ kind: 'bench', browser: 'a browser', networks: [{ paths }] });
});
