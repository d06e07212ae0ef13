type Mark = {
  readonly id: string;
  readonly px: number;
  readonly py: number;
  /** How far it reaches to both sides, px. */
  readonly reach?: number;
};

/** The mark nearest to a place, at most `within` px from it. */
export function nearestMark<M extends Mark>(
  marks: readonly M[],
  { px, py }: Pick<Mark, 'px' | 'py'>,
  within: number,
): M | undefined {
  let [nearest, least]: [M | undefined, number] = [undefined, within];
  for (const mark of marks) {
    const distance = Math.hypot(Math.max(0, Math.abs(mark.px - px) - (mark.reach ?? 0)), mark.py - py);
    if (distance <= least) [nearest, least] = [mark, distance];
  }
  return nearest;
}

/**
 * The mark that a key goes to from the one with this id, in order from left to right: the arrow keys to the next and the one
 * before, `Home` and `End` to the outermost. Undefined for other keys, and past an end.
 */
export function markAfter<M extends Mark>(marks: readonly M[], id: string | null, key: string): M | undefined {
  const ordered = marks.toSorted((one, other) => one.px - other.px || other.py - one.py);
  const place = ordered.findIndex((mark) => mark.id === id);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return ordered[place + 1];
    case 'ArrowLeft':
    case 'ArrowDown':
      return place < 0 ? ordered.at(-1) : ordered[place - 1];
    case 'Home':
      return ordered[0];
    case 'End':
      return ordered.at(-1);
    default:
      return undefined;
  }
}
