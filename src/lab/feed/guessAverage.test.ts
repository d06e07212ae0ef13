import { expect, test } from 'vitest';
import { guessAverage } from './guessAverage';

const cat = [
  { index: 0, probability: 0.99 },
  { index: 1, probability: 0.01 },
];
const cup = [
  { index: 1, probability: 0.99 },
  { index: 0, probability: 0.01 },
];
const names = ['cat', 'cup'];
const top = [{ index: 0, label: 'cat', probability: 1 }];

test('the first frame is shown as it is', () => {
  const [best] = guessAverage((index) => names[index] ?? '').add({ likely: cat, top });
  expect(best).toMatchObject({ index: 0, label: 'cat' });
  expect(best?.probability).toBeCloseTo(0.99, 5);
});

test('one different frame does not change the label, several do', () => {
  const average = guessAverage((index) => names[index] ?? '');
  for (let frame = 0; frame < 5; frame += 1) average.add({ likely: cat, top });
  expect(average.add({ likely: cup, top })[0]?.label).toBe('cat');
  for (let frame = 0; frame < 5; frame += 1) average.add({ likely: cup, top });
  expect(average.add({ likely: cup, top })[0]?.label).toBe('cup');
});

test('after clear, the average starts again', () => {
  const average = guessAverage((index) => names[index] ?? '');
  average.add({ likely: cat, top });
  average.clear();
  expect(average.add({ likely: cup, top })[0]?.label).toBe('cup');
});

test('an output missing from a frame fades', () => {
  const average = guessAverage((index) => names[index] ?? '');
  average.add({ likely: cat, top });
  const [best] = average.add({ likely: [{ index: 1, probability: 1 }], top });
  expect(best).toMatchObject({ index: 0, label: 'cat' });
  expect(best?.probability).toBeCloseTo(0.8 * 0.99, 5);
});
