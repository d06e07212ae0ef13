import { expect, test } from 'vitest';
import { positionOf, refusedScreen, screensOf, type Part, type PartKind } from './screens';

function part(kind: PartKind, section?: string, name?: string): Part<string> {
  return {
    kind,
    name,
    section: section === undefined ? undefined : { id: section, title: `The ${section}` },
    element: [section, kind, name].filter((each) => each !== undefined).join(' '),
  };
}

const parts = [
  part('opening'),
  part('words', 'cost'),
  part('guess', 'cost', 'p1'),
  part('figure', 'cost', 'bars'),
  part('words', 'cost'),
  part('claim', 'cost'),
  part('claim', 'cost'),
  part('words', 'open'),
  part('words', 'open'),
  part('points', 'key-points'),
];

test('the opening comes first, then every part of each section by itself', () => {
  expect(screensOf(parts).map(({ id }) => id)).toEqual([
    'opening',
    'cost.p1',
    'cost.bars',
    'cost.claim',
    'cost.claim-2',
    'open.words',
    'open.words-2',
    'key-points.points',
  ]);
});

test('running text is shown only in a section that has nothing else', () => {
  const words = screensOf(parts).filter(({ kind }) => kind === 'words');
  expect(words.map(({ section }) => section?.id)).toEqual(['open', 'open']);
});

test('an address finds its screen, or its section, or the first screen', () => {
  const screens = screensOf(parts);
  expect(positionOf(screens, 'cost.bars')).toBe(2);
  expect(positionOf(screens, 'open')).toBe(5);
  expect(positionOf(screens, 'cost.gone')).toBe(1);
  expect(positionOf(screens, 'nowhere')).toBe(0);
  expect(positionOf(screens, '')).toBe(0);
});

test('an address that names no screen is told, with the screen that shows instead; a section is a name too', () => {
  const screens = screensOf(parts);
  const told = (text: string, isOpen = false) => refusedScreen(screens, text, () => isOpen)?.used;
  expect(['opening', 'cost.bars', 'open', 'cost.claim-2'].map((text) => told(text))).toEqual(Array(4).fill(undefined));
  expect(['99', 'abc', '3-5', 'nowhere.bars'].map((text) => told(text))).toEqual(Array(4).fill('opening'));
  expect(told('cost.gone')).toBe('cost.p1');
  // It may come with the answer.
  expect(told('cost.gone', true)).toBeUndefined();
  expect(told('open.gone', true)).toBe('open.words');
  expect(refusedScreen(screens, '99', () => true)).toMatchObject({
    key: 'present',
    text: '99',
    why: { kind: 'noSuchScreen' },
  });
  expect(refusedScreen([], '99', () => true)?.used).toBeNull();
});

test('parts of a page without sections have their own names', () => {
  const loose = [part('figure', undefined, 'strip'), part('table')];
  expect(screensOf([part('opening'), ...loose]).map(({ id }) => id)).toEqual(['opening', 'strip', 'table']);
});

test('a part that comes to a section renames no other one', () => {
  const more = [...parts.slice(0, 3), part('figure', 'cost', 'workbench'), ...parts.slice(3)];
  const ids = new Set(screensOf(more).map(({ id }) => id));
  for (const { id } of screensOf(parts)) expect(ids).toContain(id);
});
