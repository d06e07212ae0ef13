/** A network that a search can propose, with its measured accuracy and time. */
export type Candidate = { readonly top1: number; readonly latencyMs: number };

export type Round = {
  /** Each candidate's chance to be proposed next; they sum to 1. */
  readonly chances: readonly number[];
  /** Accuracy times (latency / target)^w, in points of accuracy. */
  readonly rewards: readonly number[];
  /** What the proposals earn on average. */
  readonly mean: number;
};

/** How far a point of reward above the mean moves a candidate in one round. */
const step = 1;

/**
 * A controller after some rounds of reinforcement learning, by the rule of policy gradients: a choice whose reward is above the
 * mean becomes more likely, as much as it was tried and as far as it is above. Here a round tries every candidate as often as its
 * chance says, so that chance decides nothing; a real controller draws, and writes a network choice by choice. MnasNet, arXiv:1807.11626, section 4.
 */
export function controllerAfter(
  rounds: number,
  candidates: readonly Candidate[],
  { targetMs, w }: { readonly targetMs: number; readonly w: number },
): Round {
  const rewards = candidates.map(({ top1, latencyMs }) => top1 * (latencyMs / targetMs) ** w);
  let leanings = candidates.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    const { chances, mean } = chancesOf(leanings, rewards);
    leanings = leanings.map((leaning, at) => leaning + step * (chances[at] ?? 0) * ((rewards[at] ?? 0) - mean));
  }
  return { ...chancesOf(leanings, rewards), rewards };
}

/** Softmax of the leanings, and the mean reward under it. */
function chancesOf(leanings: readonly number[], rewards: readonly number[]) {
  const weights = leanings.map((leaning) => Math.exp(leaning));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chances = weights.map((weight) => weight / total);
  const mean = chances.reduce((sum, chance, at) => sum + chance * (rewards[at] ?? 0), 0);
  return { chances, mean };
}
