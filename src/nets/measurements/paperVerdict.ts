import type { Spread } from './spread';
import { compareSpreads } from './spread';

/** A network that both the paper and this device timed. */
export type Compared = {
  readonly id: string;
  /** The paper's speed: larger is faster. */
  readonly paperSpeed: number;
  /** The time of a run on this device: smaller is faster. */
  readonly time: Spread;
};

/** Two networks, of which `faster` is the faster one in the paper, and their order on this device. */
export type PairVerdict = {
  readonly faster: string;
  readonly slower: string;
  readonly here: 'agrees' | 'opposes' | 'undecided';
};

/**
 * `agrees`: every clear order is the paper's. `partly`: some are reversed. `disagrees`: most are reversed. `undecided`:
 * fewer than half of the orders are clear, and none is reversed.
 */
export type PaperVerdict = {
  readonly verdict: 'agrees' | 'partly' | 'disagrees' | 'undecided';
  readonly pairs: readonly PairVerdict[];
};

/** Speeds in the paper that differ by less than this are a draw, and have no order to agree with. */
const paperDraw = 0.05;

/** Times on this device that differ by less than this are a draw, even if their spreads do not overlap. */
const hereDraw = 0.02;

/** Whether this device orders networks as the paper does, pair by pair. */
export function paperVerdict(networks: readonly Compared[]): PaperVerdict {
  const pairs = networks.flatMap((faster) =>
    networks
      .filter((slower) => faster.paperSpeed > slower.paperSpeed * (1 + paperDraw))
      .map((slower) => ({ faster: faster.id, slower: slower.id, here: orderOf(faster.time, slower.time) })),
  );
  const count = (here: PairVerdict['here']): number => pairs.filter((pair) => pair.here === here).length;
  const [agreeing, opposing] = [count('agrees'), count('opposes')];
  if (opposing > 0) return { verdict: opposing > agreeing ? 'disagrees' : 'partly', pairs };
  return { verdict: agreeing * 2 >= pairs.length && agreeing > 0 ? 'agrees' : 'undecided', pairs };
}

function orderOf(faster: Spread, slower: Spread): PairVerdict['here'] {
  const compared = clearOrder(faster, slower);
  if (compared === 0) return 'undecided';
  return compared < 0 ? 'agrees' : 'opposes';
}

/** Like `compareSpreads`, but 0 for differences too small to matter. */
function clearOrder(a: Spread, b: Spread): -1 | 0 | 1 {
  const ratio = a.median / b.median;
  return Math.abs(Math.log(ratio)) < Math.log(1 + hereDraw) ? 0 : compareSpreads(a, b);
}

/** The score of a guessed order, fastest first: how many of the `decided` pairs, which differ clearly, it has right. */
export type GuessScore = { readonly right: number; readonly decided: number };

/** Compares a guess with measured times. Ignores ids that were not measured. */
export function guessScore(guess: readonly string[], times: ReadonlyMap<string, Spread>): GuessScore {
  let right = 0;
  let decided = 0;
  for (const [place, id] of guess.entries()) {
    for (const later of guess.slice(place + 1)) {
      const [mine, other] = [times.get(id), times.get(later)];
      const order = mine === undefined || other === undefined ? 0 : clearOrder(mine, other);
      if (order === 0) continue;
      decided += 1;
      if (order < 0) right += 1;
    }
  }
  return { right, decided };
}
