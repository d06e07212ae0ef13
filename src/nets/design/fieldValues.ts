import { steps } from '../steps';
import type { DesignRow, Field, RowKind } from './design';
import { activations, borders, gates, norms } from './design';

/** The limits of a design: what a page still draws and counts within a frame. */
export const limits = {
  rows: 48,
  channels: 2048,
  repeats: 16,
  hidden: 4096,
  classes: 100_000,
  resolution: { minimum: 32, maximum: 1024 },
} as const;

/** Expansions of inverted residuals: those of the papers' tables, and the steps between them. */
const expansions = [1, 1.5, 2, 2.3, 2.5, 3, 3.5, 3.67, 4, 4.5, 5, 6, 8] as const;

/** The values that a field of a kind is chosen from, in order; of a whole number, those that a slider stops at. */
export function choicesOf(kind: RowKind, field: Field): readonly (number | string)[] {
  switch (field) {
    case 'channels':
    case 'inner':
      return channelStops;
    case 'kernel':
      return kernels[kind] ?? [3];
    case 'stride':
      return [1, 2];
    case 'expansion':
      return expansions;
    case 'groups':
      return kind === 'shuffleV1' ? [1, 2, 3, 4, 8] : [1, 2, 3, 4, 8, 16, 32, 64];
    case 'gate':
      return gates;
    case 'activation':
      return blockActivations[kind] ?? activations;
    case 'norm':
      return norms;
    case 'border':
      return borders;
    case 'repeats':
      return repeatStops;
  }
}

const channelStops = steps(4, limits.channels, 4);
const repeatStops = steps(1, limits.repeats);

const kernels: Readonly<Partial<Record<RowKind, readonly number[]>>> = {
  conv: [1, 3, 5, 7],
  depthwiseSeparable: [3, 5, 7],
  invertedResidual: [3, 5],
};

const blockActivations: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  depthwiseSeparable: ['relu', 'relu6'],
  invertedResidual: activations.filter((name) => name !== 'none'),
};

/** The largest value of a field that takes any whole number from 1; undefined for a field with a list of values. */
export function maxOf(field: Field): number | undefined {
  return field === 'channels' || field === 'inner' ? limits.channels : field === 'repeats' ? limits.repeats : undefined;
}

/** Whether a field of a kind takes a value at all; what the row reads may still not allow it. */
export function isChoice(kind: RowKind, field: Field, value: number | string): boolean {
  const max = maxOf(field);
  if (max === undefined) return choicesOf(kind, field).includes(value);
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;
}

/** The row with another value in one field; the same row where the field has no such value. */
export function rowWith(row: DesignRow, field: Field, value: number | string): DesignRow {
  if (!isChoice(row.kind, field, value)) return row;
  switch (field) {
    case 'channels':
    case 'inner':
    case 'kernel':
    case 'expansion':
    case 'groups':
    case 'repeats':
      return { ...row, [field]: Number(value) };
    case 'stride':
      return { ...row, stride: value === 2 ? 2 : 1 };
    case 'gate':
      return { ...row, gate: gates.find((gate) => gate === value) ?? row.gate };
    case 'activation':
      return { ...row, activation: activations.find((name) => name === value) ?? row.activation };
    case 'norm':
      return { ...row, norm: norms.find((norm) => norm === value) ?? row.norm };
    case 'border':
      return { ...row, border: borders.find((border) => border === value) ?? row.border };
  }
}
