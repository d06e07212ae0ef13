import type { BuiltDesign } from './builtDesign';
import type { DesignRow } from './design';
import type { RowCost } from './rowCosts';
import { rowCosts } from './rowCosts';
import { rowOrigins } from './rowOrigins';
import type { Cost } from '../readings/cost';
import type { Shape } from '../op';

/** A line of the table: the image, a row, or the head. */
export type TableRow = {
  /** 0 for the image, then the rows from 1, then the head. */
  readonly number: number;
  readonly kind: 'image' | 'row' | 'head';
  readonly row: DesignRow | undefined;
  readonly input: Shape | undefined;
  readonly cost: RowCost;
  /** What the line of the start that it comes from costs; undefined where it is new. */
  readonly before: RowCost | undefined;
};

/** The lines of a design's table. */
export function tableRows(
  built: BuiltDesign,
  cost: Cost,
  start: BuiltDesign['design'],
  startCost: Cost,
): readonly TableRow[] {
  const { design, inputs, graph } = built;
  const { rows } = design;
  const costs = rowCosts(cost, rows.length);
  const before = rowCosts(startCost, start.rows.length);
  const origins = rowOrigins(rows, start.rows);
  const nothing = { params: 0, macs: 0, memoryAccess: 0, output: graph.input.shape };
  return [
    { number: 0, kind: 'image', row: undefined, input: undefined, cost: nothing, before: nothing },
    ...rows.map((row, index) => ({
      number: index + 1,
      kind: 'row' as const,
      row,
      input: inputs[index],
      cost: costs[index] ?? nothing,
      before: before[origins[index] ?? -1],
    })),
    {
      number: rows.length + 1,
      kind: 'head' as const,
      row: undefined,
      input: costs[rows.length - 1]?.output,
      cost: costs.at(-1) ?? nothing,
      before: before.at(-1),
    },
  ];
}
