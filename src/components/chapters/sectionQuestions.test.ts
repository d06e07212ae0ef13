import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('./*/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** Components of a folder by name, as their source has them. */
function componentsOf(folder: string): ReadonlyMap<string, string> {
  const own = Object.entries(sources).filter(([path]) => path.startsWith(`./${folder}/`));
  return new Map(
    own.flatMap(([, source]) =>
      source
        .split(/^(?=(?:export )?function [A-Z])/m)
        .slice(1)
        .map((text) => [/function (\w+)/.exec(text)?.[1] ?? '', text] as const),
    ),
  );
}

/** The markup of a section with the components of its chapter put in their places. */
function unfolded(markup: string, components: ReadonlyMap<string, string>, seen: ReadonlySet<string>): string {
  const inner = [...new Set([...markup.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => name))]
    .filter((name) => !seen.has(name))
    .map((name) => unfolded(components.get(name) ?? '', components, new Set([...seen, name])));
  return [markup, ...inner].join('\n');
}

/** Sections with everything that stands in them. */
function sectionsOf(folder: string): readonly (readonly [id: string, markup: string])[] {
  const components = componentsOf(folder);
  return [...components.values()].flatMap((text) =>
    [...text.matchAll(/<Section\s[^>]*?id="([^"]+)".*?<\/Section>/gs)].map(
      ([markup, id = '']) => [`${folder}/${id}`, unfolded(markup, components, new Set())] as const,
    ),
  );
}

const folders = [...new Set(Object.keys(sources).map((path) => path.split('/')[1] ?? ''))].filter(
  (folder) => sources[`./${folder}/checks.ts`] !== undefined || folder !== 'fixtures',
);

/** Sections that ask in another way. */
const others = [
  // All of it is a question: to give eight answers to eight questions.
  'summary/questions',
];

test('every section of every chapter asks before it tells', () => {
  const sections = folders.flatMap(sectionsOf);
  expect(sections.length).toBeGreaterThan(55);
  const silent = sections
    .filter(([, markup]) => !/<Guess(?:Number|Choice|Order|Bars)\b/.test(markup))
    .map(([id]) => id);
  expect(silent).toEqual(others);
});
