/**
 * Where a key leads in a row of `count` things, from `position`: arrows to the neighbours, Home and End to the ends, Enter and
 * Space to the thing itself; undefined for other keys. May lie outside the row.
 */
export function keyTarget(key: string, position: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return position + 1;
    case 'ArrowLeft':
    case 'ArrowUp':
      return position - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Enter':
    case ' ':
      return position;
    default:
      return undefined;
  }
}
