import type { DrawnCheck } from './check';
import { distanceOf, type Distance } from './distance';
import type { Words } from './words';

/** What a typed number comes to. */
export type Mark =
  | { readonly kind: 'right' }
  /** It rounds to the answer and has too few digits to tell. */
  | { readonly kind: 'coarse' }
  | { readonly kind: 'wrong'; readonly cause: Cause };

/** Why it is probably wrong. */
export type Cause =
  | { readonly kind: 'flops' | 'inputMap' }
  | { readonly kind: 'known'; readonly why: Words }
  | { readonly kind: 'unknown'; readonly distance: Distance };

const tolerance = 0.005;

type Asked = Omit<DrawnCheck, 'question' | 'why' | 'closed'>;

/**
 * Marks what was said to a computed question. A wrong answer that is known is told even where it is within the 0.5% that
 * otherwise count as right; the answer itself, and what rounds to the decimals that are asked for, is right.
 */
export function markOf(said: number, asked: Asked): Mark {
  const { answer, decimals, isExact = false } = asked;
  if (said === answer || (decimals !== undefined && said === rounded(answer, decimals))) return { kind: 'right' };
  const told = isSameAsTyped(said, answer) ? undefined : causeOf(asked, (wrongly) => isSameAsTyped(said, wrongly));
  if (told !== undefined) return wrong(told);
  if (!isExact && isNear(said, answer)) return { kind: 'right' };
  if (decimals !== undefined && rounded(said, decimals) === rounded(answer, decimals)) return { kind: 'right' };
  const likely = causeOf(asked, (wrongly) => isNear(said, wrongly));
  if (likely !== undefined) return wrong(likely);
  if (!isExact && roundsTo(said, answer)) return { kind: 'coarse' };
  return wrong({ kind: 'unknown', distance: distanceOf(said, answer) });
}

/** The known way to go wrong whose number is what was said. */
function causeOf({ answer, cost, ofInputMap, misses = [] }: Asked, isSaid: (wrongly: number) => boolean) {
  const known = misses.find((miss) => isSaid(miss.said));
  if (known !== undefined) return { kind: 'known', why: known.why } as const;
  if (ofInputMap !== undefined && ofInputMap !== answer && isSaid(ofInputMap)) return { kind: 'inputMap' } as const;
  return cost === 'macs' && isSaid(2 * answer) ? ({ kind: 'flops' } as const) : undefined;
}

/** Whether a number, written with as many digits as were typed, is what was typed. */
function isSameAsTyped(typed: number, value: number): boolean {
  const [mantissa = ''] = typed.toExponential().split('e');
  const digits = Math.min(12, mantissa.replace(/\D/g, '').length);
  return Number(typed.toPrecision(digits)) === Number(value.toPrecision(digits));
}

/** Halves go up, as on paper, also where the binary number is a hair below: 2.675 is 2.68. */
function rounded(value: number, decimals: number): number {
  return Number(`${String(Math.round(Number(`${value.toPrecision(12)}e${String(decimals)}`)))}e-${String(decimals)}`);
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
