import type { Padding } from '../../../nets/op';
import type { OnnxNode } from '../../formats/onnx/onnx';
import type { StoredTensor } from '../../weights/stateDict';
import { numberOf, type Lowered, type Operand } from '../operand';
import type { Pair, StatedPadding, StatedWindow } from '../statedGraph';
import type { View } from '../view';

/** A node of an ONNX file with what it reads. */
export type OnnxOp = {
  /** Its name, or that of its first output: exporters leave names out. */
  readonly name: string;
  readonly node: OnnxNode;
  /** Undefined where an optional input is left out. */
  readonly inputs: readonly (Operand | undefined)[];
};

/** What a node gives; undefined for one that has no word here. */
export type Lower = (op: OnnxOp) => Lowered | readonly Lowered[];

export function viewAt({ inputs }: OnnxOp, index: number): View | undefined {
  const operand = inputs[index];
  return operand?.kind === 'view' ? operand.view : undefined;
}

export function constantAt({ inputs }: OnnxOp, index: number): StoredTensor | undefined {
  const operand = inputs[index];
  return operand?.kind === 'constant' ? operand.tensor : undefined;
}

/** The number in an attribute, or in an input of newer versions. */
export function numberIn(op: OnnxOp, name: string, input?: number): number | undefined {
  const value = op.node.attributes.get(name);
  if (typeof value === 'number') return value;
  return input === undefined ? undefined : numberOf(op.inputs[input]);
}

export function textIn({ node }: OnnxOp, name: string): string | undefined {
  const value = node.attributes.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function listIn({ node }: OnnxOp, name: string): readonly number[] | undefined {
  const value = node.attributes.get(name);
  return Array.isArray(value) ? value : undefined;
}

export function pairIn(op: OnnxOp, name: string): Pair {
  const [vertical = 1, horizontal = 1] = listIn(op, name) ?? [];
  return [vertical, horizontal];
}

/** Strides, pads and dilations of a window; undefined where it has other than two directions. */
export function windowIn(op: OnnxOp): StatedWindow | undefined {
  const lists = [listIn(op, 'strides'), listIn(op, 'dilations')];
  if (lists.some((list) => list !== undefined && list.length !== 2)) return undefined;
  const padding = paddingIn(op);
  return padding && { stride: pairIn(op, 'strides'), dilation: pairIn(op, 'dilations'), padding };
}

function paddingIn(op: OnnxOp): StatedPadding | undefined {
  const rule = textIn(op, 'auto_pad') ?? 'NOTSET';
  if (rule === 'SAME_UPPER') return 'same';
  if (rule === 'SAME_LOWER') return 'sameLower';
  const pads = listIn(op, 'pads');
  if (rule === 'VALID' || pads === undefined) return none;
  const [top, left, bottom, right, ...others] = pads;
  if (top === undefined || left === undefined || bottom === undefined || right === undefined) return undefined;
  return others.length > 0 ? undefined : { top, left, bottom, right };
}

const none: Padding = { top: 0, left: 0, bottom: 0, right: 0 };
