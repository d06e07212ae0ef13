import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { measured } from './fixtures/measured';
import { closeTabs, file, stored, stubTabs, tab, timesOf } from './fixtures/tabs';
import { resultCode } from './resultCode';
import { resultsJson } from './resultFiles';

beforeEach(stubTabs);
afterEach(closeTabs);

test('a name with half a surrogate pair spoils its own file, row or line alone', async () => {
  const lone = { ...measured(1), adapter: '\ud800 lone' };
  stored.set('featherweight.collected', `${resultCode(measured(4))}\n1~\ud800~%ED%A0%80`);
  const collected = tab();
  await collected.importFiles([
    file('a.json', resultsJson([measured(2)])),
    file('lone.json', JSON.stringify(lone)),
    file('b.json', resultsJson([measured(3)])),
  ]);
  expect(timesOf(collected).toSorted()).toEqual([2, 3, 4]);
  expect(collected.state.getState()).toMatchObject({
    progress: null,
    outcome: { added: 2, faults: [{ from: 'lone.json', reason: 'invalid' }] },
    contents: { aside: [{ text: '1~\ud800~%ED%A0%80' }] },
  });
});

test('whatever a reading throws, the import ends and says it', async () => {
  const collected = tab();
  const broken = new File([], 'broken.json');
  Object.defineProperty(broken, 'size', {
    get: () => {
      throw new Error('no size');
    },
  });
  await collected.importFiles([file('a.json', resultsJson([measured(2)])), broken]);
  expect(timesOf(collected)).toEqual([2]);
  expect(collected.state.getState()).toMatchObject({
    progress: null,
    outcome: { added: 1, faults: [{ from: 'broken.json', reason: 'unreadable', detail: 'no size' }] },
  });
});

test('a name with a quotation mark is known again by the key under which earlier versions stored it', async () => {
  const result = { ...measured(1), adapter: "Anna's (old) phone" };
  const collected = tab();
  await collected.importResult(result);
  expect(collected.state.getState().contents?.results[0]?.code).toContain("Anna's");
  await collected.importText(`(${resultCode(result)})`);
  expect(collected.state.getState().outcome).toMatchObject({ added: 0, known: 1 });
});

test('a browser without channels between tabs stores results all the same', async () => {
  vi.stubGlobal('BroadcastChannel', () => {
    throw new DOMException('not here', 'SecurityError');
  });
  const collected = tab();
  await collected.importResult(measured(1));
  expect(timesOf(collected)).toEqual([1]);
});
