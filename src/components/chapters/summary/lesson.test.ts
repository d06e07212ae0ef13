import { expect, test } from 'vitest';
import { mapsOf, narrowV1, summaryLesson } from './lesson';
import { published } from './summaryRows';
import { allPublished } from './allPublished';

test('the five networks are in the order of what they move, and the typical miss is that of what they compute', () => {
  const { answer, items, misses } = summaryLesson.predictions.p1;
  const by = (cost: 'memoryAccess' | 'macs') =>
    items.map(({ value }) => value).toSorted((a, b) => published(a)[cost] - published(b)[cost]);
  expect(answer).toEqual(by('memoryAccess'));
  expect(misses[0].said).toEqual(by('macs'));
});

test('the reason of the order holds: V1 is the shallowest, and its widest map is as large as V3’s', () => {
  const [v1, v2, v3, lite] = ['mobilenet-v1', 'mobilenet-v2', 'mobilenet-v3', 'efficientnet-lite0'].map(mapsOf);
  expect([v1?.widest, v3?.widest]).toEqual([802_816, 802_816]);
  expect([v2?.widest, lite?.widest]).toEqual([1_204_224, 1_204_224]);
  for (const deeper of [v2, v3, lite]) expect(deeper?.convolutions).toBeGreaterThan(1.5 * (v1?.convolutions ?? 0));
});

test('ShuffleNet V2 alone keeps to the limits of the first exercise, and those named beside it do not', () => {
  const kept = allPublished.filter(({ macs, top1 }) => macs <= 150e6 && top1 > 69);
  expect(kept.map(({ macs }) => macs)).toEqual([published('shufflenet-v2').macs]);
  expect(narrowV1().macs).toBeGreaterThan(published('shufflenet-v2').macs);
  expect(narrowV1().published?.top1).toBe(63.7);
  expect(published('shufflenet-v1').macs).toBeLessThan(published('shufflenet-v2').macs);
  expect(published('shufflenet-v1').published?.top1).toBeLessThan(69);
});
