import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../nets/models/index';
import { argument } from '../explain/network/argument';
import { chapterPaths } from '../explain/network/chapterPaths';
import { tourSteps } from '../explain/tour/tourSteps';
import { chapters, pages } from './pages';

const paths = chapters.map(({ path }) => path);

test('every network of the catalogue links to a chapter', () => {
  for (const { id } of catalogue) expect([id, paths]).toEqual([id, expect.arrayContaining([chapterPaths[id]])]);
});

test('no chapter is linked from a network that is not in the catalogue', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(Object.keys(chapterPaths).filter((id) => !ids.includes(id))).toEqual([]);
});

test('every chapter has browser stories in a file with its address as its name', () => {
  const specs = readdirSync(new URL('../../../e2e/chapters', import.meta.url));
  expect(specs.toSorted()).toEqual(paths.map((path) => `${path.slice(1)}.spec.ts`).toSorted());
});

test('the course on the first page has the chapters of networks in their order', () => {
  const ofNetworks = paths.filter((path) => Object.values(chapterPaths).includes(path));
  expect(argument.map(({ net }) => chapterPaths[net])).toEqual(ofNetworks);
});

test('every figure of the tour is on a page', () => {
  const known = pages.map(({ path }) => path);
  for (const { path } of tourSteps) expect(known).toContain(path);
});
