import { expect, test } from 'vitest';
import { parseLabelFile } from './labelFile';

const three = { ok: true, value: ['tench', 'great white shark', 'cock'] };

test.each([
  ['a JSON array', '["tench", "great white shark", "cock"]'],
  ['an array of objects', '[{"name": "tench"}, {"name": "great white shark"}, {"name": "cock"}]'],
  ['class_index.json', '{"0": ["n01", "tench"], "1": ["n02", "great white shark"], "2": ["n03", "cock"]}'],
  ['id2label, out of order', '{"2": "cock", "0": "tench", "1": "great white shark"}'],
  ['config.json', '{"model_type": "x", "id2label": {"0": "tench", "1": "great white shark", "2": "cock"}}'],
  ['label2id', '{"label2id": {"cock": 2, "tench": 0, "great white shark": 1}}'],
  ['a name a line', '\uFEFFtench\r\ngreat white shark\r\n\r\ncock\n'],
  ['CSV with numbers', '0,tench\n1,great white shark\n2,cock\n'],
  ['CSV with a heading, out of order', 'id,wnid,name\n1,n02,"great white shark"\n0,n01,tench\n2,n03,cock\n'],
  ['CSV with numbers last', 'name,index\ntench,0\ngreat white shark,1\ncock,2\n'],
  ['tabs', '0\ttench\n1\tgreat white shark\n2\tcock\n'],
])('names are read from %s', (_, text) => {
  expect(parseLabelFile(text)).toEqual(three);
});

test('names with commas in them are names', () => {
  const names = ['tench, Tinca tinca', 'great white shark, white shark, man-eater', 'cock'];
  expect(parseLabelFile(names.join('\n'))).toEqual({ ok: true, value: names });
  expect(parseLabelFile('cat, tabby\ndog, beagle')).toEqual({ ok: true, value: ['cat, tabby', 'dog, beagle'] });
});

test.each([
  ['', 'holds no names, wanted a JSON array'],
  ['[]', 'holds no names'],
  ['{"0": "tench"', 'not whole JSON'],
  ['{"model_type": "x"}', 'an object that numbers no names'],
  ['{"0": "tench", "2": "cock"}', 'no name for output 1 (got 2 names, wanted each number once)'],
  ['0,tench\n0,cock\n', 'no name for output 1'],
  ['{"0": "tench", "1": ""}', 'no name for output 1'],
])('%j is refused with what is missing', (text, sentence) => {
  const names = parseLabelFile(text);
  expect(names.ok ? '' : names.error).toContain(sentence);
});
