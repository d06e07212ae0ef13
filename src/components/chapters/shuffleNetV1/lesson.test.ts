import { expect, test } from 'vitest';
import { asked, reached, shuffleNetV1Lesson, stage2Unit, unitAtPaperWidth } from './lesson';

const { p1, p2, p3, p4, p5 } = shuffleNetV1Lesson.predictions;

test('what is predicted of the shuffle is what the graphs say', () => {
  expect(Number(p1.answer)).toBe(reached({ ...asked, units: 1, shuffled: false }));
  expect(Number(p1.answer)).toBe(reached({ ...asked, units: 4, shuffled: false }));
  expect(p2.answer()).toBe(4);
  expect(Number(p5.answer)).toBe(reached({ groups: 8, channelsPerGroup: 3, units: 1, shuffled: true }));
  expect(reached({ groups: 8, channelsPerGroup: 3, units: 2, shuffled: true })).toBe(24);
});

test('the unit with three groups has a sixth of the multiply-adds of the bottleneck', () => {
  expect([stage2Unit('resNet').macs, stage2Unit('shuffleNet').macs]).toEqual([47_980_800, 7_949_760]);
  expect(p3.answer()).toBeCloseTo(6.0, 1);
});

test('units at the paper’s widths stand in the order of their memory access, at about equal multiply-adds', () => {
  const moved = { g1: unitAtPaperWidth(1), g3: unitAtPaperWidth(3), g8: unitAtPaperWidth(8) };
  const costs = p4.answer.map((value) => moved[value]);
  expect(costs.map(({ memoryAccess }) => memoryAccess)).toEqual([970_308, 1_703_580, 2_719_584]);
  expect(Math.max(...costs.map(({ macs }) => macs)) / Math.min(...costs.map(({ macs }) => macs))).toBeLessThan(1.1);
});
