import { describe, expect, it } from 'vitest';
import { fire } from '../../nets/blocks/fire';
import { input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { boxBeside } from './boxBeside';
import { layoutOf } from './layout';

const module = graphOf(
  fire('fire', input({ height: 55, width: 55, channels: 96 }), { squeeze: 16, expand1x1: 64, expand3x3: 64 }),
);

describe.each([
  ['right', 908],
  ['down', 310],
] as const)('boxBeside in a diagram that runs %s', (direction, availableWidth) => {
  const { boxes, direction: drawn } = layoutOf(module, { availableWidth, folded: true });
  const beside = (id: string, side: 'before' | 'after'): string | undefined => {
    const from = boxes.find((box) => box.id === id);
    if (from === undefined) throw new Error(`no box ${id}`);
    return boxBeside(boxes, from, side, direction)?.id;
  };

  it('finds the other branch', () => {
    expect(drawn).toBe(direction);
    expect(beside('fire.expand1x1.conv', 'after')).toBe('fire.expand3x3.conv');
    expect(beside('fire.expand3x3.conv', 'before')).toBe('fire.expand1x1.conv');
  });

  it('finds none where the branches end', () => {
    expect(beside('fire.expand3x3.conv', 'after')).toBeUndefined();
  });
});
