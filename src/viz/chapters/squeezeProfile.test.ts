import { expect, test } from 'vitest';
import { weighedResidual } from '../../nets/explorables/weighedResidual';
import { bottlenecksOf } from '../../nets/readings/bottlenecks';
import { squeezeProfileOf } from './squeezeProfile';

function profile(wanted = {}, width = 608) {
  const [block] = bottlenecksOf(weighedResidual.graph(wanted));
  const drawn = block === undefined ? undefined : squeezeProfileOf(block, width);
  if (drawn === undefined) throw new Error('nothing to draw');
  return drawn;
}

test('the expanded map stays as wide as it was and the squeezed vector is a quarter of it', () => {
  const widths = Object.fromEntries(profile().bars.map(({ id, half }) => [id, half]));
  expect(widths['filtered']).toBe(widths['expanded']);
  expect(widths['weighed']).toBe(widths['expanded']);
  expect(widths['squeezed']).toBe((widths['expanded'] ?? 0) / 4);
});

test('bars are to one scale, and the widest fills the height', () => {
  const { bars } = profile({ inChannels: 40, expandedChannels: 120, outChannels: 40 });
  const expanded = bars.find(({ id }) => id === 'expanded')?.half ?? 0;
  for (const { channels, half } of bars) expect(half / expanded).toBeCloseTo(channels / 120, 9);
});

test.each([280, 326, 608, 1000])(
  'everything is inside the drawing in %i px, with room for a number over each bar',
  (available) => {
    const { width, height, bars } = profile({}, available);
    expect(width).toBeLessThanOrEqual(available);
    for (const bar of bars) {
      expect(bar.x > 0 && bar.x < width && bar.y - bar.half > 0 && bar.y + bar.half < height).toBe(true);
    }
    const places = bars.filter(({ id }) => id !== 'means' && id !== 'squeezed' && id !== 'gates').map(({ x }) => x);
    for (const [at, x] of places.slice(1).entries()) expect(x - (places[at] ?? 0)).toBeGreaterThan(30);
  },
);

test('a block without squeeze-and-excite has no drawing', () => {
  const { replaced } = weighedResidual.at({});
  const [block] = replaced === undefined ? [] : bottlenecksOf(replaced);
  expect(block && squeezeProfileOf(block, 608)).toBeUndefined();
});
