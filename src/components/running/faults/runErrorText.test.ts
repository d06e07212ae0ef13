import { expect, test } from 'vitest';
import type { RunError } from '../../../run/errors/runError';
import { runErrorText } from './runErrorText';

const errors: readonly RunError[] = [
  { code: 'noCamera' },
  { code: 'cameraDenied' },
  { code: 'cameraBusy' },
  { code: 'cameraSilent' },
  { code: 'cameraUnfit' },
  { code: 'cameraInsecure' },
  { code: 'cameraLost' },
  { code: 'cameraUnsupported' },
  { code: 'notAnImage', name: 'homework.pdf', why: 'otherFormat' },
  { code: 'notAnImage', name: 'photo.heic', why: 'heic' },
  { code: 'notAnImage', name: 'photo.jpg', why: 'empty' },
  { code: 'notAnImage', name: 'photo.jpg', why: 'damaged' },
  { code: 'videoBroke', name: 'film.mp4' },
  { code: 'notAVideo', name: 'homework.pdf' },
  { code: 'downloadFailed', url: 'https://example.org/weights.safetensors?x', status: 0 },
  { code: 'downloadFailed', url: 'https://example.org/weights.safetensors', status: 404 },
  { code: 'weightsCutShort', wantedBytes: 4_600_000, gotBytes: 2_000_000 },
  { code: 'weightsDamaged', detail: 'sha256 differs' },
  { code: 'weightsOfAnotherNetwork', tensor: 'stem.conv.weight', wanted: [24, 3, 3, 3], got: [32, 3, 3, 3] },
  { code: 'weightsOfAnotherNetwork', tensor: 'stem.conv.weight', wanted: [24, 3, 3, 3], got: null },
  { code: 'weightsOfAnotherNetwork', tensor: 'head.weight', wanted: null, got: [64, 1024] },
  {
    ...{ code: 'statesAnotherNetwork', place: '/features/1/Mul', has: 'swish' },
    ...{ network: 'MobileNet V2', node: 'stem.activation', wanted: 'relu6' },
  },
  { code: 'impossibleWeight', tensor: 'stem.conv.weight', index: 3, value: NaN },
  { code: 'impossibleWeight', tensor: 'stem.conv.weight', index: 3, value: -Infinity },
  { code: 'impossibleWeight', tensor: 'stem.norm.running_var', index: 3, value: -0.5 },
  { code: 'namesake', namesake: 'torchvisionAlexNet' },
  { code: 'namesake', namesake: 'kerasInceptionV3' },
  { code: 'unreadableWeights', detail: 'notes.txt: no weights file' },
  { code: 'badManifest', detail: 'manifest.json: mean is not three numbers' },
  { code: 'badNetwork', detail: 'groups: no such value' },
  { code: 'noWebgpu' },
  { code: 'deviceLost', detail: 'destroyed', recovering: true },
  { code: 'deviceLost', detail: 'destroyed', recovering: false },
  { code: 'outOfMemory', detail: 'out of memory' },
  { code: 'deviceError', detail: 'invalid shader' },
  { code: 'workerFailed', detail: 'it stopped' },
  { code: 'workerGone', how: 'closed' },
  { code: 'workerGone', how: 'silent' },
  { code: 'workerGone', how: 'notReady' },
  { code: 'aborted' },
];

test('every error has its own title and advice', () => {
  const titles = errors.map((error) => runErrorText(error, 'en').title.id);
  expect(new Set(titles).size).toBe(errors.length);
  for (const error of errors) expect(runErrorText(error, 'en').advice.id).not.toBe('');
});

test('titles include the numbers of the error', () => {
  const [cutShort] = errors.filter(({ code }) => code === 'weightsCutShort');
  expect(cutShort && runErrorText(cutShort, 'en').title.values).toEqual({ got: '2.0 MB', wanted: '4.6 MB' });
  const [strange] = errors.filter(({ code }) => code === 'weightsOfAnotherNetwork');
  expect(strange && runErrorText(strange, 'en').title.values).toMatchObject({ wanted: '24 × 3 × 3 × 3' });
});
