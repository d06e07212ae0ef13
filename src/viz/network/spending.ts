import type { NetworkPart, PartCost } from '../../nets/readings/networkParts';

/**
 * Where a network spends a cost, as the finding over its picture. Shares are fractions of the whole network.
 * - `one`: a part alone has more than half.
 * - `early`: `share` is over before the map is down to `height`.
 * - `late`: `share` is in the last `count` of `of` parts.
 * - `spread`: no part has more than `share`.
 * - `largest`: a part has `share`, more than any other.
 */
export type Spending =
  | { readonly kind: 'one' | 'largest'; readonly part: NetworkPart; readonly share: number }
  | { readonly kind: 'early'; readonly share: number; readonly height: number }
  | { readonly kind: 'late'; readonly share: number; readonly count: number; readonly of: number }
  | { readonly kind: 'spread'; readonly share: number }
  | { readonly kind: 'nothing' };

/** How much more than its even share of the cost a beginning or an end must have to be called early or late. */
const minExcess = 0.2;
/** No part may have more, for the cost to be called spread out. */
const maxSpread = 0.15;

/** The finding about one cost of a network. */
export function spendingOf(parts: readonly NetworkPart[], cost: PartCost): Spending {
  const total = parts.reduce((sum, part) => sum + part[cost], 0);
  const [first] = parts;
  if (first === undefined || total === 0) return { kind: 'nothing' };
  const shares = parts.map((part) => part[cost] / total);
  const part = parts.reduce((max, other) => (other[cost] > max[cost] ? other : max), first);
  const share = part[cost] / total;
  if (share > 0.5) return { kind: 'one', part, share };
  const early = earliest(parts, shares);
  const late = latest(shares);
  if (early.excess >= minExcess && early.excess >= late.excess)
    return { kind: 'early', share: early.share, height: early.height };
  if (late.excess >= minExcess) return { kind: 'late', share: late.share, count: late.count, of: parts.length };
  return share <= maxSpread ? { kind: 'spread', share } : { kind: 'largest', part, share };
}

/** The beginning, up to where a map of another size begins, that has the most beyond its even share; at most half of all parts. */
function earliest(parts: readonly NetworkPart[], shares: readonly number[]) {
  let best = { excess: 0, share: 0, height: 0 };
  let over = 0;
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const isSmaller = before !== undefined && part.output.height < before.output.height;
    const excess = over - index / parts.length;
    if (isSmaller && index <= parts.length / 2 && excess > best.excess)
      best = { excess, share: over, height: part.output.height };
    over += shares[index] ?? 0;
  }
  return best;
}

/** The end that has the most beyond its even share: two parts at least, and at most half of all. */
function latest(shares: readonly number[]) {
  let best = { excess: 0, share: 0, count: 0 };
  let over = shares.at(-1) ?? 0;
  for (let count = 2; count <= shares.length / 2; count += 1) {
    over += shares.at(-count) ?? 0;
    const excess = over - count / shares.length;
    if (excess > best.excess) best = { excess, share: over, count };
  }
  return best;
}
