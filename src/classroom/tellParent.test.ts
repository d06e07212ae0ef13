import { expect, test } from 'vitest';
import { tellParent, type ParentMessage } from './tellParent';

const result: ParentMessage = { kind: 'result', task: '/squeezenet', score: 3, max: 4, done: true, solved: false };

test('the page around it gets the message with its source and version, whatever its origin', () => {
  const heard: unknown[] = [];
  const parent = {
    postMessage: (message: unknown, { targetOrigin }: { readonly targetOrigin: string }) =>
      heard.push([message, targetOrigin]),
  };
  expect(tellParent({ kind: 'height', px: 812 }, { parent })).toBe(true);
  expect(tellParent(result, { parent })).toBe(true);
  expect(heard).toEqual([
    [{ source: 'featherweight', version: 1, kind: 'height', px: 812 }, '*'],
    [{ source: 'featherweight', version: 1, ...result }, '*'],
  ]);
});

test('a page of its own tells nobody, and says so', () => {
  const heard: unknown[] = [];
  const alone = { postMessage: (message: unknown) => heard.push(message), parent: { postMessage: () => undefined } };
  alone.parent = alone;
  expect(tellParent(result, alone)).toBe(false);
  expect(heard).toEqual([]);
});
