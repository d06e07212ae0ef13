/**
 * How much of a part of a pass is done, 0 to 1, eased at both ends: the part runs from `from` to `to`, which are shares of
 * the pass, as is `progress`.
 */
export function passPart(progress: number, from: number, to: number): number {
  const share = Math.min(Math.max((progress - from) / (to - from), 0), 1);
  return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
}
