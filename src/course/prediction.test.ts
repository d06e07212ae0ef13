import { expect, test } from 'vitest';
import { isShownBy } from './prediction';

const asked = { figure: { 'fire.squeeze': [32, 48], on: ['gpu'] } } as const;
const isShown = (query: string) => isShownBy(asked, new URLSearchParams(query));

test('an address shows an answer by a value of the figure that shows it', () => {
  for (const query of ['fire.squeeze=32', 'fire.bypass=none&fire.squeeze=48', 'on=gpu'])
    expect(isShown(query), query).toBe(true);
});

test('no other value gives an answer away, and neither does one that is not legal', () => {
  for (const query of [
    '',
    'fire.bypass=zzz',
    'fire.squeeze=-5',
    'fire.squeeze=16',
    'fire.squeeze=',
    'on=zzz',
    'on',
    'fire=32',
  ])
    expect(isShown(query), query).toBe(false);
  expect(isShownBy({}, new URLSearchParams('fire.squeeze=32'))).toBe(false);
});
