import { expect, test } from 'vitest';
import { catalogue } from '../../nets/models/index';
import { chapterPaths } from '../explain/network/chapterPaths';
import { pages } from './pages';

test('every network of the catalogue links to a chapter', () => {
  const chapters = pages.filter(({ place }) => place === 'explore').map(({ path }) => path);
  for (const { id } of catalogue) expect([id, chapters]).toEqual([id, expect.arrayContaining([chapterPaths[id]])]);
});

test('no chapter is linked from a network that is not in the catalogue', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(Object.keys(chapterPaths).filter((id) => !ids.includes(id))).toEqual([]);
});
