import type { Graph, Node } from '../graph';
import type { Cost } from '../readings/cost';
import { peakOf } from '../readings/cost';
import type { Shape } from '../op';

/** What a row of a design, or its head, costs. */
export type RowCost = {
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
  /** What the row gives to the next. */
  readonly output: Shape;
};

/** The figures that a design can have a budget for. */
export type BudgetFigure = (typeof budgetFigures)[number];

export const budgetFigures = ['params', 'macs', 'memoryAccess', 'peakActivations'] as const;

/** The costs of a design's rows in order, and of its head last. */
export function rowCosts(cost: Cost, rows: number): readonly RowCost[] {
  const sums = Array.from({ length: rows + 1 }, () => ({
    params: 0,
    macs: 0,
    memoryAccess: 0,
    output: { height: 1, width: 1, channels: 1 },
  }));
  for (const { node, params, macs, memoryAccess } of cost.layers) {
    const sum = sums[rowOfNode(node, rows)];
    if (sum === undefined || node.op.kind === 'input') continue;
    sum.params += params;
    sum.macs += macs;
    sum.memoryAccess += memoryAccess;
    sum.output = node.shape;
  }
  return sums;
}

/** The row, counted from 0, that a node belongs to; the head comes after the last. */
function rowOfNode({ id }: Node, rows: number): number {
  const [, number] = /^stage(\d+)\./.exec(id) ?? [];
  return number === undefined ? rows : Number(number) - 1;
}

/** The row in which the most values are alive at one time, counted from 0. */
export function peakRow(graph: Graph, rows: number): number {
  return rowOfNode(peakOf(graph).at, rows);
}

/**
 * The row that is to blame for a crossed budget: the one that grew most where the network that the design started from holds
 * the budget, or else the one that costs most. Counted from 0.
 * @param growth what each row costs more than the row it comes from; undefined where the start crosses the budget, too
 */
export function rowToBlame(costs: readonly number[], growth: readonly number[] | undefined): number {
  const grown = growth === undefined ? -1 : largestIndex(growth);
  return grown >= 0 && (growth?.[grown] ?? 0) > 0 ? grown : largestIndex(costs);
}

function largestIndex(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
}
