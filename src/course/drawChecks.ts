import type { Check, ChoiceCheck, DrawnCheck, TruthCheck } from './check';
import { checksShown } from './lesson';
import { randomFrom, type Random } from './random';

/** A check with its numbers. */
export type ShownCheck = ChoiceCheck | TruthCheck | ({ readonly kind: 'computed'; readonly id: string } & DrawnCheck);

/** Computed checks among those that are shown, where the pool has as many. */
const computedShown = 3;

/** Five checks of a pool, in its order, with numbers of their own: another seed draws others. */
export function drawChecks(pool: readonly Check[], seed: number): readonly ShownCheck[] {
  const random = randomFrom(seed);
  const mixed = shuffled(pool, random);
  const computed = mixed.filter(({ kind }) => kind === 'computed').slice(0, computedShown);
  const others = mixed.filter((check) => !computed.includes(check));
  const chosen = new Set([...computed, ...others].slice(0, checksShown));
  return pool
    .filter((check) => chosen.has(check))
    .map((check) => (check.kind === 'computed' ? { kind: check.kind, id: check.id, ...check.draw(random) } : check));
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const rest = [...items];
  const mixed: T[] = [];
  for (let [first, ...others] = rest; first !== undefined; [first, ...others] = rest) {
    const picked = random.pick([first, ...others]);
    mixed.push(picked);
    rest.splice(rest.indexOf(picked), 1);
  }
  return mixed;
}
