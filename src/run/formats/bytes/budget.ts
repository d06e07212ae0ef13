import { refuse } from './refusal';

/**
 * What may be spent on reading a file: `work` in fields read, bytes searched and items visited, `memory` in bytes of
 * everything that is built, `values` in bytes of all tensors decoded to float32.
 */
export type Cost = 'work' | 'memory' | 'values';

/** What one file may cost, and what it has cost so far. Every reader of a format gets it and charges it. */
export type Budget = {
  readonly fileBytes: number;
  readonly limits: Readonly<Record<Cost, number>>;
  readonly spent: Record<Cost, number>;
};

/**
 * The budget of a file of this size. It keeps every file, however it is made, within 3 times its size + 32 MB of memory
 * besides the file itself, and within 2 s for each 10 MB.
 *
 * A limit is a share of the size, since an honest part takes bytes of the file, and an allowance that the largest
 * networks do not use up. Memory is estimated on the high side, and the rest of its bound is left for what the
 * collector has not yet freed. Values are limited to twice the size, or four times where each is stored in one byte:
 * tensors may share their storage, so that a few bytes can declare a million of them.
 */
export function readingBudget(fileBytes: number): Budget {
  return {
    fileBytes,
    limits: { work: 2 * fileBytes + 2_000_000, memory: fileBytes + 8 * 2 ** 20, values: 2 * fileBytes },
    spent: { work: 0, memory: 0, values: 0 },
  };
}

/** Charges `amount`, and refuses the file when the budget is used up. */
export function spend(budget: Budget, cost: Cost, amount: number, place: string | (() => string)): void {
  budget.spent[cost] += amount;
  // Phrased so that NaN fails too.
  if (budget.spent[cost] <= budget.limits[cost]) return;
  const wanted = `wanted at most ${budget.limits[cost]} for a file of ${budget.fileBytes} bytes`;
  refuse(`${reasons[cost]} (${wanted})`, typeof place === 'string' ? place : place());
}

const reasons: Readonly<Record<Cost, string>> = {
  work: 'too many steps to read',
  memory: 'too many parts to hold in memory',
  values: 'tensors of more bytes than the file could hold',
};

/** Estimated bytes of memory of what readers build most. */
export const sizes = {
  /** A place in a list that grows. */
  item: 24,
  /** A small object with the list or text that it owns. */
  object: 120,
  /** A map without entries. */
  map: 250,
  /** An entry of a map. */
  entry: 100,
  /** A tensor, with what recognising its network adds. */
  tensor: 1000,
} as const;

/** Recursion in a file stops here: no format nests deeper for weights. */
const maxDepth = 32;

/** Refuses what is nested too deep; `depth` counts from 0. */
export function checkDepth(depth: number, place: () => string): void {
  if (depth > maxDepth) refuse(`nested too deep (wanted at most ${maxDepth} levels)`, place());
}
