import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { RunError } from '../../../run/errors/runError';
import { signs, unreadable, waysOut } from '../../../run/errors/unreadable';
import { runErrorText } from './runErrorText';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

const refusals = [
  ['model.pth: an empty file', 'empty', /is empty/],
  ['model.safetensors: cut short: got 10\u00a0bytes, wanted 20 more at 4 (byte 4)', 'cutShort', /ends too early/],
  ['model.h5: damaged group (byte 800)', 'damaged', /is damaged/],
  ['model.pth: a web page, not a weights file: download the file itself', 'webPage', /web page/],
  [
    'model.bin: a Git LFS pointer, not the weights: fetch them with git lfs pull',
    'gitLfs',
    /where the weights are kept/,
  ],
  ['model.gz: a gzip archive: unpack it first', 'packed', /unpacked first/],
  ['notes.txt: no weights file (got first bytes 48 65 6c 6c)', 'unknownFormat', /not a file of weights/],
  ['model.json: weights.bin is missing: give it together with model.json', 'missingPart', /in another file/],
  ['log.pth: no state dict in this checkpoint (got epoch) (data.pkl)', 'noWeights', /no weights in this file/],
  ['no layer with weights (got 0 tensors)', 'noLayers', /no layer with weights/],
  [`model.pt: save its weights with ${waysOut.torchScript}`, 'torchScript', /TorchScript/],
  [`model.pt2: save its weights with ${waysOut.torchProgram}`, 'torchProgram', /torch\.export/],
  [`saved_model.pb: convert its folder with ${waysOut.savedModel}`, 'savedModel', /without their weights/],
  ['a network without a classifier that is none of the networks here: give it', 'headless', /before a classifier/],
  [`fc1: a hidden layer of 9 ${signs.hiddenLayer}: if`, 'hiddenLayer', /a layer more/],
] as const;

const errors: readonly RunError[] = [
  ...refusals.map(([detail]) => unreadable(detail, 'damaged')),
  unreadable('stem.conv: a tensor of two axes', 'unfit'),
  { code: 'noCamera' },
  { code: 'cameraDenied' },
  { code: 'cameraBusy' },
  { code: 'cameraSilent' },
  { code: 'cameraUnfit' },
  { code: 'cameraInsecure' },
  { code: 'cameraLost' },
  { code: 'cameraUnsupported' },
  { code: 'notAnImage', name: 'homework.pdf', why: { reason: 'otherFormat' } },
  { code: 'notAnImage', name: 'photo.heic', why: { reason: 'heic' } },
  { code: 'notAnImage', name: 'photo.jpg', why: { reason: 'empty' } },
  { code: 'notAnImage', name: 'photo.jpg', why: { reason: 'damaged' } },
  { code: 'notAnImage', name: 'photo.jpg', why: { reason: 'tooManyPixels', width: 60_000, height: 65_000 } },
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
  { code: 'namesake', namesake: 'timmDeepMobileNetV2' },
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
  { code: 'workerGone', how: 'walledOff' },
  { code: 'aborted' },
];

test('every error has its own title and advice', () => {
  const titles = errors.map((error) => runErrorText(error, 'en').title.id);
  expect(new Set(titles).size).toBe(errors.length);
  for (const error of errors) expect(runErrorText(error, 'en').advice.id).not.toBe('');
});

test('titles include the numbers of the error', () => {
  const [cutShort] = errors.filter(({ code }) => code === 'weightsCutShort');
  expect(cutShort && runErrorText(cutShort, 'en').title.values).toEqual({ got: '2.0\u00a0MB', wanted: '4.6\u00a0MB' });
  const [strange] = errors.filter(({ code }) => code === 'weightsOfAnotherNetwork');
  expect(strange && runErrorText(strange, 'en').details).toContain('wanted 24 × 3 × 3 × 3');
});

test.each(refusals)('a refusal is said in plain words, with what its reader found beside: %s', (detail, why, title) => {
  const error = unreadable(detail, 'damaged');
  expect(error.why).toBe(why);
  const text = runErrorText(error, 'en');
  expect(i18n._(text.title)).toMatch(title);
  expect(text.details).toBe(detail);
});

test('no title or advice has names of tensors, bytes or bracketed places in it', () => {
  for (const error of errors.filter(({ code }) => code === 'unreadableWeights' || code === 'statesAnotherNetwork')) {
    const { title, advice } = runErrorText(error, 'en');
    for (const said of [title, advice]) expect(i18n._(said)).not.toMatch(/\bbyte|\btensor\b|\(got|\{detail/);
  }
});

test('a long name loses its middle, and keeps the end that tells the kind of file', () => {
  const name = `${'photo of a cup '.repeat(20)}.heic`;
  const title = i18n._(runErrorText({ code: 'notAnImage', name, why: { reason: 'otherFormat' } }, 'en').title);
  expect(title).toMatch(/photo of a cup.*….*\.heic/);
  expect(title.length).toBeLessThan(120);
});

test('a picture of too many pixels is told with its size and the most that a browser draws', () => {
  const why = { reason: 'tooManyPixels', width: 60_000, height: 65_000 } as const;
  const title = i18n._(runErrorText({ code: 'notAnImage', name: 'wall.jpg', why }, 'en').title);
  expect(title).toContain('60,000 × 65,000 are 3,900,000,000, and 268,435,456 is the most');
});
