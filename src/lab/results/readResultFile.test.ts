import { expect, test } from 'vitest';
import { readResultText } from './readResultFile';

test.each([
  ['bench', 'bench'],
  ['guideline', 'guidelines'],
  ['layers', 'layers'],
])('a file of kind %s is named by the page that saved it', (kind, page) => {
  expect(readResultText(JSON.stringify({ kind, networks: [] }, null, 2), 'a.json')).toEqual({
    results: [],
    faults: [{ from: 'a.json', reason: 'otherPage', page }],
    tasks: [],
    passedLines: 0,
  });
});

test('JSON of another kind, or none, is not taken for the file of a page', () => {
  for (const text of ['{"kind": "toString"}', '{"kind": 3}', '{"kind": "bench"', 'bench'])
    expect(readResultText(text, null).faults.map(({ reason }) => reason)).not.toContain('otherPage');
});
