import type { DrawnCheck } from './check';
import type { Words } from './words';

/** What a typed number comes to. */
export type Mark =
  | { readonly kind: 'right' }
  /** It rounds to the answer and has too few digits to tell. */
  | { readonly kind: 'coarse' }
  | { readonly kind: 'wrong'; readonly cause: Cause };

/** Why it is probably wrong; `ratio` is how many times the answer was said. */
export type Cause =
  | { readonly kind: 'flops' | 'inputMap' }
  | { readonly kind: 'known'; readonly why: Words }
  | { readonly kind: 'unknown'; readonly ratio: number };

const tolerance = 0.005;

/** Marks what was said to a computed question: right within 0.5%, or exactly where that is asked. */
export function markOf(
  said: number,
  { answer, cost, ofInputMap, misses = [], isExact = false }: Omit<DrawnCheck, 'question' | 'why' | 'closed'>,
): Mark {
  if (isExact ? said === answer : isNear(said, answer)) return { kind: 'right' };
  const known = misses.find((miss) => isNear(said, miss.said));
  if (known !== undefined) return wrong({ kind: 'known', why: known.why });
  if (ofInputMap !== undefined && ofInputMap !== answer && isNear(said, ofInputMap)) return wrong({ kind: 'inputMap' });
  if (cost === 'macs' && isNear(said, 2 * answer)) return wrong({ kind: 'flops' });
  if (!isExact && roundsTo(said, answer)) return { kind: 'coarse' };
  return wrong({ kind: 'unknown', ratio: said / answer });
}

/** Whether two numbers agree within 0.5%. */
export function isNear(said: number, answer: number): boolean {
  return Math.abs(said - answer) <= Math.abs(answer) * tolerance;
}

/** Whether the answer, written with two digits, is what was said. */
function roundsTo(said: number, answer: number): boolean {
  return Number(answer.toPrecision(2)) === said;
}

function wrong(cause: Cause): Mark {
  return { kind: 'wrong', cause };
}
