import { createHash } from 'node:crypto';
import type { Mutant } from './mutantsOf';

/**
 * `count` mutants, equally many of each room where it has enough, in an order that depends on the seed and on each
 * mutant's own text alone: an edit elsewhere in a file leaves most of the sample as it was.
 *
 * `usable` is asked about each mutant before it is taken.
 */
export function sampleOf(
  mutantsByRoom: readonly (readonly Mutant[])[],
  count: number,
  seed: number,
  usable: (mutant: Mutant) => boolean,
): readonly (readonly Mutant[])[] {
  const waiting = mutantsByRoom.map((mutants) => inSeededOrder(mutants, seed));
  const taken: Mutant[][] = mutantsByRoom.map(() => []);
  let left = count;
  while (left > 0 && waiting.some((queue) => queue.length > 0)) {
    for (const [room, queue] of waiting.entries()) {
      const next = left > 0 ? firstUsable(queue, usable) : undefined;
      if (next === undefined) continue;
      taken[room]?.push(next);
      left -= 1;
    }
  }
  return taken;
}

function firstUsable(queue: Mutant[], usable: (mutant: Mutant) => boolean): Mutant | undefined {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) if (usable(next)) return next;
  return undefined;
}

function inSeededOrder(mutants: readonly Mutant[], seed: number): Mutant[] {
  const twins = new Map<string, number>();
  return mutants
    .map((mutant) => {
      const name = [mutant.path, mutant.slip, mutant.replacement].join('\n');
      const twin = (twins.get(name) ?? 0) + 1;
      twins.set(name, twin);
      return { mutant, rank: createHash('sha256').update(`${seed}\n${name}\n${twin}`).digest('hex') };
    })
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ mutant }) => mutant);
}
