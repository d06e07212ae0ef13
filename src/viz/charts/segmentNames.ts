import type { BarSegment } from './stackedBars';
import { textWidth } from './textWidth';

/**
 * The middles of a bar's parts, px, where the name of each fits over its part; null where one does not, or where the bar lacks
 * one of the kinds.
 */
export function segmentNames<K extends string>(
  segments: readonly BarSegment<K>[],
  names: readonly { readonly kind: K; readonly name: string }[],
  fontSize: number,
): readonly { readonly kind: K; readonly name: string; readonly middle: number }[] | null {
  const placed = names.flatMap(({ kind, name }) => {
    const segment = segments.find((each) => each.kind === kind);
    if (segment === undefined || textWidth(name, fontSize) + 8 > segment.width) return [];
    return [{ kind, name, middle: segment.x + segment.width / 2 }];
  });
  return placed.length === names.length ? placed : null;
}
