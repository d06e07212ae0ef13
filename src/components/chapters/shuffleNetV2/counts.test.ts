import { expect, test } from 'vitest';
import { measuredOf, movedAtWidth, movedWithGroups } from './counts';
import { shuffleNetV2Lesson } from './lesson';

const { p1, p2, p3, p4, p6 } = shuffleNetV2Lesson.predictions;

test.each([
  { device: 'gpu', prediction: p1 },
  { device: 'arm', prediction: p6 },
] as const)('the order on $device is that of the paper', ({ device, prediction }) => {
  const speeds = prediction.answer.map((network) => measuredOf(network)?.[device] ?? 0);
  expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
  expect(new Set(speeds).size).toBe(5);
  for (const network of prediction.answer) {
    const macs = measuredOf(network)?.macsMillions ?? 0;
    expect(macs >= 140 && macs <= 149).toBe(true);
  }
});

test('memory access is least at equal widths, and as large on both sides', () => {
  expect(p2.answer).toBe('valley');
  expect(movedAtWidth(120)).toBe(767_040);
  expect(movedAtWidth(30)).toBe(1_613_760);
  expect(movedAtWidth(480)).toBe(movedAtWidth(30));
});

test('eight groups move 4.4 times the elements, and two thirds of a bottleneck’s have no multiply-adds', () => {
  expect(movedWithGroups(8)).toBe(3_401_280);
  expect(p3.answer()).toBeCloseTo(4.43, 2);
  expect(p4.answer()).toBeCloseTo(66.3, 1);
});
