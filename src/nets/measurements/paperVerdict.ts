import type { Spread } from './spread';
import { comparedSpreads } from './spread';

/** A network that the paper timed and this device too. */
export type Compared = {
  readonly id: string;
  /** The paper's speed: larger is faster. */
  readonly paperSpeed: number;
  /** Time of a run here: smaller is faster. */
  readonly time: Spread;
};

/** Two networks of which the paper measured `faster` as faster, and what this device says to it. */
export type PairVerdict = {
  readonly faster: string;
  readonly slower: string;
  readonly here: 'agrees' | 'opposes' | 'undecided';
};

/**
 * `agrees`: every order that could be decided is the paper's. `partly`: some are, some are the other way round.
 * `disagrees`: most are the other way round. `undecided`: fewer than half could be decided, none against the paper.
 */
export type PaperVerdict = {
  readonly verdict: 'agrees' | 'partly' | 'disagrees' | 'undecided';
  readonly pairs: readonly PairVerdict[];
};

/** Speeds that the paper gives within this of each other are a draw there, and no order to agree with. */
const paperDraw = 0.05;

/** Times here within this of each other are a draw, however little they scatter. */
const hereDraw = 0.02;

/** Whether this device orders networks as the paper's did, pair by pair. */
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

/** As `comparedSpreads`, but 0 for differences too small to matter. */
function clearOrder(a: Spread, b: Spread): -1 | 0 | 1 {
  const ratio = a.median / b.median;
  return Math.abs(Math.log(ratio)) < Math.log(1 + hereDraw) ? 0 : comparedSpreads(a, b);
}

/** How a guessed order, fastest first, fares: of the pairs that the device could tell apart, how many were right. */
export type GuessScore = { readonly right: number; readonly decided: number };

/** Compares a guess with measured times. Ids that were not measured count for nothing. */
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
