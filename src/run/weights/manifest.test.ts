import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLabels, parseManifest } from './manifest';

const folder = new URL('../../../public/weights/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const published = manifestOf('shufflenet-v2-everyday64');

test.each(names)('the published manifest of %s parses; fields that training adds are ignored', (name) => {
  const manifest = parseManifest(manifestOf(name));
  expect(manifest).toMatchObject({ ok: true, value: { name } });
  expect(manifestOf(name)).toMatchObject(manifest.ok ? manifest.value : {});
});

test.each([
  [[], 'manifest.json: the whole file is not an object (got [])'],
  [changed({ net: 7 }), 'manifest.json: net is not text (got 7)'],
  [changed({ bytes: -1 }), 'manifest.json: bytes is not a positive whole number (got -1)'],
  [changed({ mean: [0.4, 0.4] }), 'manifest.json: mean is not three numbers (got [0.4,0.4])'],
  [changed({ std: undefined }), 'manifest.json: std is not three numbers (got nothing)'],
  [changed({ options: { width: null } }), 'manifest.json: options.width is not text or a number (got null)'],
  [changed({ accuracy: 'good' }), 'manifest.json: accuracy is not an object (got "good")'],
  [changed({ name: '' }), 'manifest.json: name is not a name of at most 200 characters (got "")'],
  [changed({ mean: [0.4, Infinity, 0.4] }), 'manifest.json: mean is not three numbers (got [0.4,null,0.4])'],
  [changed({ publishedTop1: 100.1 }), 'manifest.json: publishedTop1 is not a number from 0 to 100 (got 100.1)'],
  [changed({ publishedTop1: -0.1 }), 'manifest.json: publishedTop1 is not a number from 0 to 100 (got -0.1)'],
])('a bad one is refused with the field', (json, error) => {
  expect(parseManifest(json)).toEqual({ ok: false, error });
});

test('a value that is too long to read is cut in the sentence', () => {
  const name = 'n'.repeat(201);
  const error = `manifest.json: name is not a name of at most 200 characters (got "${'n'.repeat(59)}…)`;
  expect(parseManifest(changed({ name }))).toEqual({ ok: false, error });
});

test('the limits themselves are allowed: a name of 200 characters, and an accuracy of 0 or of all images', () => {
  const accuracy = { set: 'val', images: 1, top1: 0, top5: 1 };
  const manifest = changed({ name: 'n'.repeat(200), accuracy, publishedTop1: 100 });
  expect(parseManifest(manifest)).toMatchObject({ ok: true, value: { accuracy, publishedTop1: 100 } });
});

test('an accuracy that was not measured is null', () => {
  expect(parseManifest(changed({ accuracy: null }))).toMatchObject({ ok: true, value: { accuracy: null } });
});

test('labels are an array of names', () => {
  expect(parseLabels(['cat', 'dog'])).toEqual({ ok: true, value: ['cat', 'dog'] });
  expect(parseLabels([])).toEqual({ ok: false, error: 'labels.json: not an array of names' });
  expect(parseLabels({ 0: 'cat' })).toEqual({ ok: false, error: 'labels.json: not an array of names' });
  expect(parseLabels(['cat', 3])).toEqual({ ok: false, error: 'labels.json: name 1 is not text (got 3)' });
});

function manifestOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/manifest.json`, folder), 'utf8'));
}

function changed(fields: Readonly<Record<string, unknown>>): unknown {
  return { ...(typeof published === 'object' && published), ...fields };
}
