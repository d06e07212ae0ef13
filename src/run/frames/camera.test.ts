import { expect, test } from 'vitest';
import { cameraError } from './camera';

test.each([
  ['NotFoundError', 'noCamera'],
  ['NotAllowedError', 'cameraDenied'],
  ['NotReadableError', 'cameraBusy'],
  ['OverconstrainedError', 'cameraUnfit'],
  ['SecurityError', 'cameraInsecure'],
  ['AbortError', 'cameraSilent'],
  ['InvalidStateError', 'cameraSilent'],
])('a camera that fails with %s has a sentence of its own', (name, code) => {
  expect(cameraError(new DOMException('no picture', name))).toEqual({ code });
});
