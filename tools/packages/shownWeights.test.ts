import { expect, test } from 'vitest';
import { exhibits } from '../../src/run/weights/exhibits';
import { chapterItems, scormPackage } from './scormPackage';
import { withWeights } from './shownWeights';

const names = [...new Set(Object.values(exhibits).map(({ weights }) => weights)), 'squeezenet-everyday64'];
const bytes = (text: string) => new TextEncoder().encode(text);
const app = {
  'index.html': bytes('<!doctype html>'),
  'weights/index.json': bytes(JSON.stringify(names)),
  ...Object.fromEntries(names.map((name) => [`weights/${name}/manifest.json`, bytes('{}')])),
};
const listOf = (files: Readonly<Record<string, Uint8Array>>): unknown =>
  JSON.parse(new TextDecoder().decode(files['weights/index.json']));

test('a package brings the networks that its chapters show, and lists no others', () => {
  const files = withWeights(app, 'shown', chapterItems(['squeezenet', 'efficientnet-lite0']));
  expect(listOf(files)).toEqual(['squeezenet-imagenet', 'efficientnet-lite0-imagenet']);
  expect(Object.keys(files).filter((path) => path.endsWith('manifest.json'))).toHaveLength(2);
});

test('every exhibit belongs to a chapter, and none or all come where that is asked', () => {
  expect(listOf(withWeights(app, 'shown', chapterItems([])))).toHaveLength(Object.keys(exhibits).length);
  expect(listOf(withWeights(app, 'none', chapterItems([])))).toEqual([]);
  expect(withWeights(app, 'all', chapterItems([]))).toEqual(app);
});

test('the manifest lists every file of the package once, and a page for each chapter', () => {
  const items = chapterItems(['counting', 'squeezenet']);
  const files = scormPackage(items, app, 'script');
  const manifest = new TextDecoder().decode(files['imsmanifest.xml']);
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, path]) => path);
  expect(listed.toSorted()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'imsmanifest.xml')
      .toSorted(),
  );
  expect([...manifest.matchAll(/adlcp:scormtype="sco" href="([^"]+)"/g)].map(([, path]) => path)).toEqual([
    'counting.html',
    'squeezenet.html',
  ]);
});
