import { expect, test } from 'vitest';
import { benchNetworks } from '../../run/measure/benchNetworks';
import { resultOfRecord } from '../layers/layersShelf';
import { benchExample, guidelinesExample, layersExample } from './examples';

test('the example of layers is of the network that the page opens with, and this version still builds it', () => {
  const [record] = layersExample.results;
  expect(record?.network).toBe('mobilenet-v2');
  expect(record === undefined ? null : resultOfRecord(record).ok).toBe(true);
});

test('the examples of the guidelines are all four, at the setting of the paper', () => {
  expect(guidelinesExample.results.map(({ guideline }) => guideline)).toEqual(['g1', 'g2', 'g3', 'g4']);
  for (const { setting } of guidelinesExample.results)
    expect(setting).toEqual({ channelsOf: 'gpu', factor: 1, resolution: 56, blocks: 10 });
});

test('the example of the benchmark has every network, each way with all rounds', () => {
  const [record] = benchExample.results;
  expect(record?.results.map(({ network }) => network.id)).toEqual(benchNetworks.map(({ id }) => id));
  const counts = record?.results.flatMap(({ paths }) => paths.map(({ samplesMs }) => samplesMs.length)) ?? [];
  expect(new Set(counts)).toEqual(new Set([10]));
});

test('every example names the processor and its cores', () => {
  for (const { processor } of [layersExample, benchExample, guidelinesExample])
    expect(processor).toMatch(/, \d+ cores/);
});
