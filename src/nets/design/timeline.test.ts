import { expect, test } from 'vitest';
import { changed, emptyTimeline, redone, undone, type Timeline } from './timeline';

const empty: Timeline<string> = emptyTimeline;

test('changes are undone and redone in order', () => {
  const two = changed(changed(empty, 'a', { of: 'x', atMs: 0 }), 'b', { of: 'y', atMs: 10 });
  const back = undone(two, 'c');
  expect(back?.present).toBe('b');
  const first = undone(back?.timeline ?? empty, 'b');
  expect(first?.present).toBe('a');
  expect(undone(first?.timeline ?? empty, 'a')).toBeUndefined();
  expect(redone(first?.timeline ?? empty, 'a')?.present).toBe('b');
  expect(redone(two, 'c')).toBeUndefined();
});

test('steps of one slider are one, unless there is a pause or something between them', () => {
  const slid = [100, 200, 300].reduce((line, atMs) => changed(line, String(atMs), { of: 'x', atMs }), empty);
  expect(slid.past).toEqual(['100']);
  expect(changed(slid, 'later', { of: 'x', atMs: 2000 }).past).toEqual(['100', 'later']);
  const back = undone(slid, 'now');
  expect(changed(back?.timeline ?? empty, '100', { of: 'x', atMs: 310 }).past).toEqual(['100']);
});
