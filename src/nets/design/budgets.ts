import type { Cost } from '../readings/cost';
import { budgetFigures, type BudgetFigure, peakRow, rowCosts, rowToBlame } from './rowCosts';
import type { Graph } from '../graph';

/** A budget for each figure that has one. */
export type Budgets = Readonly<Partial<Record<BudgetFigure, number>>>;

/** A counted design with the number of its rows. */
export type CountedDesign = { readonly graph: Graph; readonly cost: Cost; readonly rows: number };

/** A budget that a design crosses, by how much, and the row to blame; rows are counted from 0, the head comes last. */
export type Crossing = { readonly figure: BudgetFigure; readonly by: number; readonly row: number };

/** The budgets that a design crosses. `origins` tells which row of the start each row comes from. */
export function crossings(
  design: CountedDesign,
  start: CountedDesign,
  origins: readonly (number | undefined)[],
  budgets: Budgets,
): readonly Crossing[] {
  return budgetFigures.flatMap((figure): readonly Crossing[] => {
    const budget = budgets[figure];
    if (budget === undefined || design.cost[figure] <= budget) return [];
    const by = design.cost[figure] - budget;
    if (figure === 'peakActivations') return [{ figure, by, row: peakRow(design.graph, design.rows) }];
    const isHeldAtFirst = start.cost[figure] <= budget;
    const costs = rowCosts(design.cost, design.rows).map((row) => row[figure]);
    const before = rowCosts(start.cost, start.rows).map((row) => row[figure]);
    const growth = costs.map(
      (cost, row) => cost - (before[row === design.rows ? start.rows : (origins[row] ?? -1)] ?? 0),
    );
    return [{ figure, by, row: rowToBlame(costs, isHeldAtFirst ? growth : undefined) }];
  });
}

/** What a budget can be set to, ascending: fourteen steps in each power of ten, from ten thousand to nine thousand million. */
export const budgetStops: readonly number[] = [4, 5, 6, 7, 8, 9].flatMap((power) =>
  [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9].map((digits) => Math.round(digits * 10 ** power)),
);
