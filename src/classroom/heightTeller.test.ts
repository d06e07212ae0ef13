import { expect, test } from 'vitest';
import { heightTeller } from './heightTeller';

test('every new height is told once, in whole pixels that cover it', () => {
  const told: number[] = [];
  const measured = heightTeller(
    (px) => told.push(px),
    () => 0,
  );
  for (const px of [640, 640, 640.4, 641, 500]) measured(px);
  expect(told).toEqual([640, 641, 500]);
});

test('a page that grows with its frame is not followed for ever, and is heard again when it has settled', () => {
  const told: number[] = [];
  let time = 0;
  const measured = heightTeller(
    (px) => told.push(px),
    () => time,
  );
  for (let px = 500; px < 5000; px += 10) measured(px);
  expect(told.length).toBe(30);
  time = 3000;
  measured(820);
  expect(told.at(-1)).toBe(820);
});
