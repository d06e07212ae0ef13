import { expect, test } from 'vitest';
import { summaryLesson } from './lesson';
import { published } from './summaryRows';

test('the five networks are in the order of what they move, and the typical miss is that of what they compute', () => {
  const { answer, items, misses } = summaryLesson.predictions.p1;
  const by = (cost: 'memoryAccess' | 'macs') =>
    items.map(({ value }) => value).toSorted((a, b) => published(a)[cost] - published(b)[cost]);
  expect(answer).toEqual(by('memoryAccess'));
  expect(misses[0].said).toEqual(by('macs'));
});
