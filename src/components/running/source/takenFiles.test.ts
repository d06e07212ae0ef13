import { expect, test } from 'vitest';
import { takenFiles } from './takenFiles';

const file = (name: string, type = '') => ({ name, type });
const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

test('of several pictures the first is taken, and the others are named', () => {
  const { picture, weights, left } = takenFiles([file('a.png'), file('b.jpg'), file('c.webp')]);
  expect([picture?.name, names(weights), names(left)]).toEqual(['a.png', [], ['b.jpg', 'c.webp']]);
});

test('a photo and a checkpoint are both taken, with what belongs to the checkpoint', () => {
  const given = [file('config.json'), file('cat.jpg', 'image/jpeg'), file('model.safetensors'), file('labels.txt')];
  const { picture, weights, left } = takenFiles(given);
  expect([picture?.name, names(weights), left]).toEqual([
    'cat.jpg',
    ['config.json', 'model.safetensors', 'labels.txt'],
    [],
  ]);
});

test('a file of no known kind is tried as a picture, which says what is wrong with it', () => {
  expect(takenFiles([file('homework.docx')])).toEqual({ picture: file('homework.docx'), weights: [], left: [] });
});
