import { expect, test } from 'vitest';
import { blockLayout, blockSizes, type BlockTensor, type Wiring } from './blockLayout';

/** The inverted residual of MobileNet V2's second stage. */
const residual: readonly BlockTensor[] = [
  { id: 'in', reads: [], channels: 24, side: 14, wiring: { kind: 'all' } },
  { id: 'expand', reads: ['in'], channels: 144, side: 14, wiring: { kind: 'all' } },
  { id: 'relu', reads: ['expand'], channels: 144, side: 14, wiring: { kind: 'all' } },
  { id: 'depthwise', reads: ['relu'], channels: 144, side: 14, wiring: { kind: 'all' } },
  { id: 'project', reads: ['depthwise'], channels: 24, side: 14, wiring: { kind: 'all' } },
  { id: 'add', reads: ['in', 'project'], channels: 24, side: 14, wiring: { kind: 'all' } },
];

/** Fire: two layers beside each other. */
const fire: readonly BlockTensor[] = [
  { id: 'in', reads: [], channels: 96, side: 14, wiring: { kind: 'all' } },
  { id: 'squeeze', reads: ['in'], channels: 16, side: 14, wiring: { kind: 'all' } },
  { id: 'expand1', reads: ['squeeze'], channels: 64, side: 14, wiring: { kind: 'all' } },
  { id: 'expand3', reads: ['squeeze'], channels: 64, side: 14, wiring: { kind: 'all' } },
  { id: 'concat', reads: ['expand1', 'expand3'], channels: 128, side: 14, wiring: { kind: 'all' } },
];

/** Xception's middle flow at a quarter of its width: the most tensors in a row. */
const middleFlow: readonly BlockTensor[] = Array.from({ length: 11 }, (_, at) => ({
  id: String(at),
  reads: at === 0 ? [] : [String(at - 1), ...(at === 10 ? ['0'] : [])],
  ...{ channels: 184, side: 8, wiring: { kind: 'all' } },
}));

test.each([
  ['residual', residual, 1150],
  ['residual', residual, 900],
  ['fire', fire, 1150],
  ['middle flow', middleFlow, 868],
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

test('tiles are as large as lets every map in them grow by whole pixels', () => {
  expect(blockLayout(residual, 1800).tile).toBe(14);
  expect(
    blockLayout(
      residual.map((tensor) => ({ ...tensor, side: 56 })),
      1800,
    ).tile,
  ).toBeGreaterThan(14);
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

test.each([
  [{ kind: 'all' }, 144],
  [{ kind: 'own' }, 12],
  [{ kind: 'groups', groups: 3 }, 48],
  [{ kind: 'groups', groups: 8 }, 32],
  [{ kind: 'shuffle', groups: 3 }, 12],
] satisfies readonly (readonly [Wiring, number])[])('wires of %j are %d lines', (wiring, count) => {
  const { links } = blockLayout(
    [
      { id: 'in', reads: [], channels: 24, side: 14, wiring: { kind: 'all' } },
      { id: 'out', reads: ['in'], channels: 24, side: 14, wiring },
    ],
    600,
  );
  const lines = (links[0]?.path ?? '').split('M').slice(1);
  expect(lines).toHaveLength(count);
  // A shuffle moves the second wire of the first group behind the first ones of all groups.
  const ends = lines.map((line) => Number(line.split(' ').at(-1)));
  if (wiring.kind === 'shuffle')
    expect(ends.slice(0, 2).map((y) => ends.filter((end) => end < y).length)).toEqual([0, 3]);
});

test('a name stands on the wires only where its longest word fits', () => {
  const chipOf = (wordWidth: number) =>
    blockLayout(
      residual.map((tensor) => ({ ...tensor, wordWidth })),
      1150,
    ).links.find(({ to }) => to === 'depthwise')?.chip;
  const room = chipOf(0)?.room ?? 0;
  expect(chipOf(room)).not.toBeNull();
  expect(chipOf(room + 1)).toBeNull();
});

test('a name stands clear of a wider branch beside the tensor that is read', () => {
  const wide = {
    id: 'shortcut',
    reads: ['in'],
    channels: 64,
    side: 16,
    wiring: { kind: 'all' },
    wordWidth: 60,
  } as const;
  const { cards, links } = blockLayout(
    [
      { id: 'in', reads: [], channels: 32, side: 31, wiring: { kind: 'all' } },
      wide,
      { id: 'relu', reads: ['in'], channels: 32, side: 31, wiring: { kind: 'own' } },
      { id: 'depthwise', reads: ['relu'], channels: 32, side: 31, wiring: { kind: 'own' }, wordWidth: 60 },
      { id: 'add', reads: ['shortcut', 'depthwise'], channels: 64, side: 16, wiring: { kind: 'own' } },
    ],
    600,
  );
  const chip = links.find(({ to }) => to === 'depthwise')?.chip;
  const beside = cards.find(({ id }) => id === wide.id);
  expect(chip).toBeTruthy();
  expect((chip?.x ?? 0) - (chip?.room ?? 0) / 2).toBeGreaterThan((beside?.x ?? Infinity) + (beside?.width ?? 0));
});
