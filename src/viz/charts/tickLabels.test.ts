import { expect, test } from 'vitest';
import { logAxis, scaleOf } from './axis';
import { tickLabels, type TickLabel } from './tickLabels';

function labelsOf(ticks: readonly { readonly value: number; readonly at: number }[]): readonly TickLabel[] {
  return ticks.map((tick) => ({ ...tick, text: `${tick.value} M` }));
}

function valuesOf(labels: readonly TickLabel[]): readonly number[] {
  return labels.map(({ value }) => value);
}

const even = labelsOf([0, 1, 2, 3, 4, 5, 6].map((value) => ({ value, at: value * 40 })));

test('labels that have room are all written', () => {
  expect(tickLabels(even, 10)).toEqual(even);
});

test('labels that would touch are thinned evenly from the first', () => {
  expect(valuesOf(tickLabels(even, 24))).toEqual([0, 2, 4, 6]);
  expect(valuesOf(tickLabels(even, 45))).toEqual([0, 3, 6]);
});

test('on a crowded logarithmic axis, the powers of ten stay', () => {
  const { ticks } = scaleOf(logAxis([1, 1000]), [0, 240]);
  expect(valuesOf(tickLabels(labelsOf(ticks), 15))).toEqual([1, 10, 100, 1000]);
});

test('a single label is written however narrow the plot is', () => {
  expect(valuesOf(tickLabels(labelsOf([{ value: 5, at: 3 }]), 15))).toEqual([5]);
});
