import { expect, test } from 'vitest';
import { blockLayout, blockSizes } from './blockLayout';

/** The inverted residual of MobileNet V2's second stage. */
const residual = [
  { id: 'in', reads: [], channels: 24, mixes: true },
  { id: 'expand', reads: ['in'], channels: 144, mixes: true },
  { id: 'relu', reads: ['expand'], channels: 144, mixes: true },
  { id: 'depthwise', reads: ['relu'], channels: 144, mixes: true },
  { id: 'project', reads: ['depthwise'], channels: 24, mixes: true },
  { id: 'add', reads: ['in', 'project'], channels: 24, mixes: true },
];

/** Fire: two layers beside each other. */
const fire = [
  { id: 'in', reads: [], channels: 96, mixes: true },
  { id: 'squeeze', reads: ['in'], channels: 16, mixes: true },
  { id: 'expand1', reads: ['squeeze'], channels: 64, mixes: true },
  { id: 'expand3', reads: ['squeeze'], channels: 64, mixes: true },
  { id: 'concat', reads: ['expand1', 'expand3'], channels: 128, mixes: true },
];

test.each([
  ['residual', residual, 1150],
  ['residual', residual, 900],
  ['fire', fire, 1150],
])('the cards of a %s do not overlap and fit %#', (_, tensors, width) => {
  const { cards, tile, width: taken, height } = blockLayout(tensors, width);
  expect(taken).toBeLessThanOrEqual(width);
  expect(tile).toBeGreaterThanOrEqual(blockSizes.minTile);
  for (const a of cards) {
    expect(a.y + a.height).toBeLessThanOrEqual(height);
    for (const b of cards) {
      if (a === b) continue;
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(isApart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
});

test('as many columns of tiles as channels ask for: one for 24, six for 144', () => {
  const { cards } = blockLayout(residual, 1150);
  expect(cards.map(({ columns }) => columns)).toEqual([1, 6, 6, 6, 1, 1]);
});

test('what skips layers goes over them, and what runs beside each other begins at one place', () => {
  expect(blockLayout(residual, 1150).links.filter(({ isBow }) => isBow)).toMatchObject([{ from: 'in', to: 'add' }]);
  const { cards } = blockLayout(fire, 1150);
  const [one, three] = ['expand1', 'expand3'].map((id) => cards.find((card) => card.id === id));
  expect(one?.x).toBe(three?.x);
});
