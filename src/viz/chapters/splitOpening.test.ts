import { describe, expect, it } from 'vitest';
import { splitOpening, splitPlace } from './splitOpening';

describe('splitOpening', () => {
  const { channels, convs, box } = splitOpening(600);

  it('leaves half of the channels untouched, and alternates both halves after the shuffle', () => {
    const last = [...channels].sort((a, b) => (a.places[3]?.y ?? 0) - (b.places[3]?.y ?? 0));
    expect(last.map(({ isComputed }) => isComputed)).toEqual([false, true, false, true, false, true, false, true]);
  });

  it('leads only the computed half through the convolutions', () => {
    for (const { isComputed, places } of channels) {
      const y = (places[1]?.y ?? 0) + box.height / 2;
      for (const conv of convs) expect(y > conv.y && y < conv.y + conv.height).toBe(isComputed);
    }
  });

  it('keeps boxes and convolutions apart and inside, also on a phone', () => {
    for (const width of [290, 600, 900]) {
      const drawing = splitOpening(width);
      const right = Math.max(...drawing.channels.flatMap(({ places }) => places.map(({ x }) => x)));
      expect(right + drawing.box.width).toBeLessThanOrEqual(width);
      for (const conv of drawing.convs) expect(conv.width).toBeGreaterThan(26);
      expect(new Set(drawing.channels.map(({ places }) => places[3]?.y)).size).toBe(drawing.channels.length);
    }
  });

  it('moves a channel from station to station', () => {
    const [first] = channels;
    if (first === undefined) throw new Error('no channels');
    expect(splitPlace(first, () => 0)).toEqual({ ...first.places[0], reached: 1 });
    expect(splitPlace(first, (leg) => (leg === 1 ? 1 : 0))).toEqual({ ...first.places[1], reached: 2 });
    expect(splitPlace(first, () => 1)).toEqual({ ...first.places[3], reached: 4 });
  });
});
