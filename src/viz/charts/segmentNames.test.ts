import { expect, test } from 'vitest';
import { segmentNames } from './segmentNames';

const segments = [
  { kind: 'read', value: 60, x: 0, width: 120 },
  { kind: 'write', value: 20, x: 120, width: 40 },
] as const;
const read = { kind: 'read', name: 'maps read' } as const;

test('a name is over the middle of its part where all of them fit', () => {
  expect(segmentNames(segments, [read], 10)).toEqual([{ ...read, middle: 60 }]);
});

test('no name is placed where one does not fit, or its part is not in the bar', () => {
  expect(segmentNames(segments, [read, { kind: 'write', name: 'written' }], 10)).toBeNull();
  expect(segmentNames(segments.slice(0, 1), [read, { kind: 'write', name: 'w' }], 10)).toBeNull();
});
