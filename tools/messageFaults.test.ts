import { expect, test } from 'vitest';
import { type CatalogueEntry, messageFaults } from './messageFaults';

const none = { untranslated: [], stale: [], mismatched: [], misset: [], unwanted: [] };

/** The faults of a translation of one message. */
function faultsOf(text: string, translation?: string) {
  const entries: readonly (readonly [string, CatalogueEntry])[] =
    translation === undefined ? [] : [['id', { message: text, translation }]];
  return messageFaults(new Map([['id', text]]), new Map(entries));
}

test('a translated message has no faults', () => {
  expect(faultsOf('{count} params in <0>one</0> block', '<0>一个</0>模块有 {count} 个参数')).toEqual(none);
});

test('a message that the catalogue lacks is untranslated, and so is an empty one', () => {
  expect(faultsOf('Depth')).toEqual({ ...none, untranslated: ['Depth'] });
  expect(faultsOf('Depth', '')).toEqual({ ...none, untranslated: ['Depth'] });
});

test('a changed message is untranslated, and its old text is stale', () => {
  const catalogue = new Map([['old', { message: 'Depth', translation: '深度' }]]);
  expect(messageFaults(new Map([['new', 'Depths']]), catalogue)).toEqual({
    ...none,
    untranslated: ['Depths'],
    stale: ['Depth'],
  });
});

test('a translation that drops a value or renames a tag does not match', () => {
  expect(faultsOf('{count} params', '参数')).toEqual({ ...none, mismatched: ['{count} params'] });
  expect(faultsOf('<0>one</0>', '<1>一个</1>')).toEqual({ ...none, mismatched: ['<0>one</0>'] });
});

test('plurals may have other forms, but of the same value', () => {
  const text = '{count, plural, one {# layer} other {# layers}}';
  expect(faultsOf(text, '{count, plural, other {# 层}}')).toEqual(none);
  expect(faultsOf(text, '{layers, plural, other {# 层}}')).toEqual({ ...none, mismatched: [text] });
});

test.each(['Window k', '内存访问代价', '3×3 深度'])('%s is told with the word to use', (text) => {
  const { unwanted } = faultsOf('{k}', text);
  expect(unwanted).toHaveLength(1);
  expect(faultsOf(text, '好').unwanted).toEqual(unwanted);
});

test('the words to use are wanted', () => {
  for (const text of ['kernel size k', '访存量', '3×3 深度卷积', '3×3 深度可分离卷积']) {
    expect(faultsOf(text, text).unwanted).toEqual([]);
  }
});

test.each([
  "the network's weights",
  'the so-called "stem"',
  'at {share} % of the time',
  '<0>65</0> % of the time',
  'a map of 55x55',
  '2.4x as many',
  'a score of -3',
  'Loading...',
])('%s is not how print sets it, in the source or in a translation', (text) => {
  expect(faultsOf(text, text.replaceAll('s', ''))).toMatchObject({ misset: [text, text.replaceAll('s', '')] });
});

test('what print has is no fault', () => {
  const text =
    'the network’s “stem” takes {share}% of 55×55, 2.4× as much; a score of −3; top-1, %; a 1×1 convolution…';
  expect(faultsOf(text, text)).toEqual(none);
});
