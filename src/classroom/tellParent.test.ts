import { expect, test } from 'vitest';
import { resultOf, tellParent, type ParentMessage } from './tellParent';

const result: ParentMessage = { kind: 'result', task: '/squeezenet', score: 3, max: 4, done: true, solved: false };

/** A window inside another one, and what that one hears; without `isFramed`, a window of its own. */
function frameOf({ isFramed }: { readonly isFramed: boolean }) {
  const heard: unknown[] = [];
  const postMessage = (message: unknown, { targetOrigin }: { readonly targetOrigin: string }): void => {
    heard.push([message, targetOrigin]);
  };
  const outer = {
    postMessage,
    get parent() {
      return outer;
    },
  };
  return { heard, frame: isFramed ? { postMessage, parent: outer } : outer };
}

test('the page around it gets the message with its source and version, whatever its origin', () => {
  const { heard, frame } = frameOf({ isFramed: true });
  expect(tellParent({ kind: 'height', px: 812 }, frame)).toBe(true);
  expect(tellParent(result, frame)).toBe(true);
  expect(heard).toEqual([
    [{ source: 'featherweight', version: 1, kind: 'height', px: 812 }, '*'],
    [{ source: 'featherweight', version: 1, ...result }, '*'],
  ]);
});

test('a page of its own tells nobody, and says so', () => {
  const { heard, frame } = frameOf({ isFramed: false });
  expect(tellParent(result, frame)).toBe(false);
  expect(heard).toEqual([]);
});

test('a result is read back as it was told, and nothing else is taken for one', () => {
  const told = { source: 'featherweight', version: 1, ...result };
  expect(resultOf(told)).toEqual(result);
  const others = [
    null,
    'result',
    result,
    { ...told, version: 2 },
    { ...told, score: '3' },
    { ...told, kind: 'height' },
  ];
  expect(others.map(resultOf)).toEqual(others.map(() => null));
});
