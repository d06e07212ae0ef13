import { expect, test } from 'vitest';
import { canRepeat } from './canRepeat';

test('what another program, a cable or a connection did can be tried again', () => {
  for (const code of ['cameraBusy', 'cameraDenied', 'downloadFailed', 'workerGone', 'weightsCutShort'] as const)
    expect(canRepeat({ code })).toBe(true);
});

test('what a file holds or a browser lacks is the same the next time', () => {
  for (const code of ['notAnImage', 'videoBroke', 'weightsOfAnotherNetwork', 'noWebgpu', 'cameraInsecure'] as const)
    expect(canRepeat({ code })).toBe(false);
});
