import { describe, expect, it } from 'vitest';
import type { Node } from '../../nets/graph';
import { inputOf } from '../../nets/graph';
import { conv, input } from '../../nets/build';
import { windowStopsOf } from './windowStops';

function stopsOf(node: Node) {
  if (node.op.kind !== 'conv') throw new Error('not a convolution');
  return windowStopsOf(node.op, inputOf(node).shape, node.shape, 100);
}

describe('windowStopsOf', () => {
  const map = input({ height: 8, width: 8, channels: 1 });

  it('stops once for every pixel of the output map', () => {
    expect(stopsOf(conv('c', map, { outChannels: 1, kernel: 3, stride: 2 })).stops).toHaveLength(16);
    expect(stopsOf(conv('c', map, { outChannels: 1, kernel: 3, padding: 'valid' })).stops).toHaveLength(36);
  });

  it('starts in the corner of the padded map', () => {
    const { cell, padded, windows } = stopsOf(conv('c', map, { outChannels: 1, kernel: 3 }));
    expect(cell).toBe(10);
    expect(padded).toEqual({ x: 0, y: 0, size: 100 });
    expect(windows[0]).toEqual({ x: 0, y: 0, size: 30 });
  });

  it('keeps every window on the padded map', () => {
    const { stops, cell, size } = stopsOf(conv('c', map, { outChannels: 1, kernel: 5, stride: 3 }));
    for (const { x, y } of stops) expect(Math.max(x, y) + 2.5 * cell).toBeLessThanOrEqual(size + 1e-9);
  });
});
