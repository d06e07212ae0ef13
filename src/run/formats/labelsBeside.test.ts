import { expect, test } from 'vitest';
import { besideOf, nothingBeside } from './givenFiles';
import { labelsBeside } from './labelsBeside';

function beside(name: string, text: string) {
  return besideOf([{ name, read: () => Promise.resolve(new TextEncoder().encode(text)) }]);
}

test.each([
  ['metadata.json', '{"modelName": "desk", "labels": ["Battery", "Pen"], "imageSize": 224}'],
  ['converted/labels.txt', '0 Battery\n1 Pen\n'],
  ['labels.json', '["Battery", "Pen"]'],
  ['class_index.json', '{"0": ["n02808440", "Battery"], "1": ["n03388183", "Pen"]}'],
  ['id2label.json', '{"1": "Pen", "0": "Battery"}'],
  ['labels.csv', 'id,name\n1,Pen\n0,Battery\n'],
])('the names of classes are read from %s', async (name, text) => {
  expect(await labelsBeside(beside(name, text))).toEqual(['Battery', 'Pen']);
});

test('a file that only has such a name, and none at all, give no labels', async () => {
  expect(await labelsBeside(beside('metadata.json', '{"timeStamp": "2026-01-01"}'))).toBeNull();
  expect(await labelsBeside(nothingBeside)).toBeNull();
});
