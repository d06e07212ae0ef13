import { expect, test } from 'vitest';
import { guessAverage } from './guessAverage';

const cat = new Float32Array([5, 0]);
const cup = new Float32Array([0, 5]);
const names = ['cat', 'cup'];
const top = [{ index: 0, label: 'cat', probability: 1 }];

test('the first frame counts as it is', () => {
  const [best] = guessAverage((index) => names[index] ?? '').add({ logits: cat, top });
  expect(best).toMatchObject({ index: 0, label: 'cat' });
  expect(best?.probability).toBeCloseTo(1 / (1 + Math.exp(-5)), 5);
});

test('one other frame does not turn the label, many do', () => {
  const average = guessAverage((index) => names[index] ?? '');
  for (let frame = 0; frame < 5; frame += 1) average.add({ logits: cat, top });
  expect(average.add({ logits: cup, top })[0]?.label).toBe('cat');
  for (let frame = 0; frame < 5; frame += 1) average.add({ logits: cup, top });
  expect(average.add({ logits: cup, top })[0]?.label).toBe('cup');
});

test('cleared, it starts anew', () => {
  const average = guessAverage((index) => names[index] ?? '');
  average.add({ logits: cat, top });
  average.clear();
  expect(average.add({ logits: cup, top })[0]?.label).toBe('cup');
});
