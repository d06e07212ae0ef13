import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupStages } from '../../nets/explorables/groupProcedure';
import { groupSteps } from './groupSteps';

const settings = fc
  .record({
    groups: fc.constantFrom(1, 2, 3, 4, 6, 12),
    read: fc.integer({ min: 1, max: 12 }),
    written: fc.integer({ min: 1, max: 12 }),
  })
  .filter(({ groups, read, written }) => groups * read <= 12 && groups * written <= 12)
  .map(({ groups, read, written }) => ({ groups, inChannels: groups * read, outChannels: groups * written }));

test('every bank has a kernel for each channel of its part, in each of its filters', () => {
  const { banks } = groupSteps({ inChannels: 12, outChannels: 6, groups: 3 }, 'banks', 600, 90);
  expect(banks.map(({ columns, rows }) => columns * rows)).toEqual([8, 8, 8]);
});

test('each stage adds its part, and the last joins the outputs', () => {
  const setting = { inChannels: 12, outChannels: 6, groups: 3 };
  const [split, banks, convolve, concatenate] = groupStages.map((stage) => groupSteps(setting, stage, 600, 90));
  expect([split?.banks.length, split?.output.length]).toEqual([0, 0]);
  expect([banks?.banks.length, banks?.output.length]).toEqual([3, 0]);
  const gaps = (drawn = convolve) => drawn?.output.slice(1).map(({ x }, at) => x - (drawn.output[at]?.x ?? 0)) ?? [];
  expect(Math.max(...gaps(convolve))).toBeGreaterThan(2 * Math.min(...gaps(convolve)));
  expect(Math.max(...gaps(concatenate))).toBeCloseTo(Math.min(...gaps(concatenate)), 9);
});

test('everything stays inside the drawing, beside the words, at every stage', () => {
  fc.assert(
    fc.property(
      settings,
      fc.constantFrom(...groupStages),
      fc.integer({ min: 290, max: 900 }),
      (setting, stage, width) => {
        const { input, output, banks, channel, kernel, height } = groupSteps(setting, stage, width, 84);
        for (const { x, y } of [...input, ...output]) {
          expect(x).toBeGreaterThanOrEqual(84 - 1e-6);
          expect(x + channel).toBeLessThanOrEqual(width + 1e-6);
          expect(y + channel).toBeLessThanOrEqual(height);
        }
        for (const { x, columns } of banks) {
          expect(x).toBeGreaterThanOrEqual(84 - 1e-6);
          expect(x + columns * kernel).toBeLessThanOrEqual(width + 1e-6);
        }
      },
    ),
  );
});
