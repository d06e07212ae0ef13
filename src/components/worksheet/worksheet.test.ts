import { expect, test } from 'vitest';
import { countingLesson } from '../chapters/counting/lesson';
import { worksheetOf } from '../../course/worksheet';

test('the same seed draws the same numbers for the sheet and its answers, another seed others', () => {
  const [one, again, other] = [7, 7, 8].map((seed) => JSON.stringify(worksheetOf(countingLesson, seed).checks));
  expect(one).toBe(again);
  expect(one).not.toBe(other);
});
