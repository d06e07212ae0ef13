import { activation, conv, dropout, fullyConnected, globalAveragePool, input } from '../build';
import type { Graph, Node } from '../graph';
import { graphOf } from '../graph';
import type { Shape } from '../op';
import type { Design, DesignHead, DesignRow, Field } from './design';
import { fieldsOf } from './design';
import { isChoice, limits, rowWith } from './fieldValues';
import type { RowMisfit } from './rowMisfit';
import { rowMisfit } from './rowMisfit';
import { functionOf, rowNodes } from './rowNodes';
import { settledRow } from './settledRow';

/** A design that can be built, with its graph. */
export type BuiltDesign = {
  /** The wanted design with every row moved to the nearest that fits. */
  readonly design: Design;
  readonly graph: Graph;
  /** What each row reads. */
  readonly inputs: readonly Shape[];
  /** What was moved to make rows fit, in order. */
  readonly moved: readonly MovedValue[];
};

/** A value of a row, counted from 1, that had to follow what comes before it. */
export type MovedValue = {
  readonly row: number;
  readonly field: Field;
  readonly from: number | string;
  readonly to: number | string;
  /** Undefined where the field has no such value at all. */
  readonly why: RowMisfit | undefined;
};

/** The network of a design, resolution x resolution x 3 to 1 x 1 x classes logits. Rows that do not fit are settled. */
export function builtDesign(wanted: Design): BuiltDesign {
  const resolution = wholeBetween(wanted.resolution, limits.resolution.minimum, limits.resolution.maximum);
  let flow: Node = input({ height: resolution, width: resolution, channels: 3 });
  const rows: DesignRow[] = [];
  const inputs: Shape[] = [];
  const moved: MovedValue[] = [];
  for (const [index, row] of wanted.rows.slice(0, limits.rows).entries()) {
    const settled = settledRow(row, flow.shape);
    moved.push(...movedValues(row, settled, index + 1, flow.shape));
    rows.push(settled);
    inputs.push(flow.shape);
    flow = rowNodes(`stage${String(index + 1)}`, flow, settled);
  }
  const head = { ...wanted.head, hidden: wholeBetween(wanted.head.hidden, 0, limits.hidden) };
  const classes = wholeBetween(wanted.classes, 1, limits.classes);
  return { design: { resolution, rows, head, classes }, graph: graphOf(headNodes(flow, head, classes)), inputs, moved };
}

function movedValues(row: DesignRow, settled: DesignRow, number: number, input: Shape): readonly MovedValue[] {
  const whole = rowMisfit(row, input);
  const whyOf = (field: Field): RowMisfit | undefined =>
    rowMisfit(rowWith(settled, field, row[field]), input) ??
    (isChoice(row.kind, field, row[field]) ? whole : undefined);
  return fieldsOf[row.kind]
    .filter((field) => row[field] !== settled[field])
    .map((field) => ({ row: number, field, from: row[field], to: settled[field], why: whyOf(field) }));
}

function headNodes(from: Node, head: DesignHead, classes: number): Node {
  const fn = functionOf(head.activation);
  if (head.kind === 'conv') {
    const scores = conv('classifier.conv', dropout('dropout', from, 0.5), {
      outChannels: classes,
      kernel: 1,
      bias: true,
    });
    return globalAveragePool('pool', fn === undefined ? scores : activation('classifier.activation', scores, fn));
  }
  const pooled = globalAveragePool('pool', from);
  const hidden = head.hidden === 0 ? pooled : fullyConnected('head.linear', pooled, head.hidden);
  const active = head.hidden === 0 || fn === undefined ? hidden : activation('head.activation', hidden, fn);
  return fullyConnected('classifier', dropout('dropout', active, 0.2), classes);
}

function wholeBetween(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(Math.round(Number.isFinite(value) ? value : minimum), minimum), maximum);
}
