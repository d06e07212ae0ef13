import type { Direction } from './diagramSize';
import type { PlacedBox } from './layout';

/**
 * The nearest box in a lane beside that of a box: `before` it is above where data flows to the right, and to the left where
 * it flows down. Undefined if no lane is there.
 */
export function boxBeside<Box extends PlacedBox>(
  boxes: readonly Box[],
  from: PlacedBox,
  side: 'before' | 'after',
  direction: Direction,
): Box | undefined {
  const sign = side === 'before' ? -1 : 1;
  const beside = boxes.flatMap((box) => {
    const [across, along] = offsetOf(from, box, direction);
    return across * sign > 1 ? [{ box, distance: Math.abs(across) + Math.abs(along) }] : [];
  });
  return beside.sort((a, b) => a.distance - b.distance)[0]?.box;
}

function offsetOf(from: PlacedBox, to: PlacedBox, direction: Direction): readonly [across: number, along: number] {
  const [x, y] = [to.middle.x - from.middle.x, to.middle.y - from.middle.y];
  return direction === 'right' ? [y, x] : [x, y];
}
