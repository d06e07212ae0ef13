import { afterEach, expect, test, vi } from 'vitest';
import { currentConnection } from './connection';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that tells this of its connection. */
function stubConnection(told: object): void {
  vi.stubGlobal('navigator', { connection: Object.assign(new EventTarget(), told) });
}

test.each([
  [{ saveData: true, type: 'wifi' }, true],
  [{ saveData: false, type: 'cellular' }, true],
  [{ saveData: false, type: 'wifi' }, false],
  [{}, false],
])('%o saves data: %s', (told, saves) => {
  stubConnection(told);
  expect(currentConnection().savesData).toBe(saves);
});
