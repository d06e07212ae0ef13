import { describe, expect, it } from 'vitest';
import { groupedStack } from '../../nets/explorables/groupedStack';
import type { Graph } from '../../nets/graph';
import { contributorsOf } from '../../nets/readings/contributors';
import { reachDrawing } from './reachDrawing';

const stack = (units: number, shuffled: boolean) => groupedStack({ groups: 3, channelsPerGroup: 4, units, shuffled });

const drawingOf = (graph: Graph, output: number, width = 640) =>
  reachDrawing(graph, contributorsOf(graph, output), width);

describe('reachDrawing', () => {
  it('lights one group of inputs without shuffle and all of them with it', () => {
    const inputs = (shuffled: boolean) => drawingOf(stack(2, shuffled), 5).rows[0]?.cells.map(({ lit }) => lit);
    expect(inputs(false)).toEqual(Array.from({ length: 12 }, (_, channel) => channel >= 4 && channel < 8));
    expect(inputs(true)).toEqual(Array(12).fill(true));
  });

  it('has a row for the input and for each convolution and shuffle, and lights exactly the chosen output in the last', () => {
    const { rows, height } = drawingOf(stack(2, true), 7);
    expect(rows.map(({ cells }) => cells.length)).toEqual(Array(7).fill(12));
    expect(
      rows
        .at(-1)
        ?.cells.filter(({ lit }) => lit)
        .map(({ channel }) => channel),
    ).toEqual([7]);
    expect(rows.map(({ y }) => y)).toEqual([...rows.map(({ y }) => y)].sort((a, b) => a - b));
    expect(height).toBeGreaterThan(rows.at(-1)?.y ?? Infinity);
  });

  it('keeps the colour of a group through the shuffle and drops it at the next convolution', () => {
    const [, afterFirst, afterShuffle, afterSecond] = drawingOf(stack(1, true), 0).rows;
    expect(afterFirst?.cells.map(({ group }) => group)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(afterShuffle?.cells.map(({ group }) => group)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]);
    expect(afterSecond?.cells.map(({ group }) => group)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('lights a wire exactly where both its ends are lit', () => {
    const drawing = drawingOf(stack(1, true), 0);
    const wires = drawing.links.filter(({ kind }) => kind === 'wire');
    const below = drawing.rows[2]?.cells;
    expect(wires.map(({ lit }) => lit)).toEqual(below?.map(({ lit }) => lit));
    expect(wires.filter(({ lit }) => lit)).toHaveLength(4);
  });

  it('draws the wires that reach the output, and with them no wire of another group', () => {
    const convolutions = drawingOf(stack(1, true), 5).links.filter((link) => link.kind === 'group');
    const wires = convolutions.map(({ path, litPath }) => [path, litPath].map((d) => d.split('M').length - 1));
    // First convolution: all four inputs of each group, into the one or two channels that the shuffle takes from it.
    expect(wires.slice(0, 3)).toEqual([
      [16, 4],
      [16, 8],
      [16, 4],
    ]);
    expect(wires.slice(3)).toEqual([
      [16, 0],
      [16, 4],
      [16, 0],
    ]);
  });

  it('stays inside its width', () => {
    for (const width of [320, 640, 1200]) {
      const { rows, cellWidth } = drawingOf(
        groupedStack({ groups: 8, channelsPerGroup: 3, units: 1, shuffled: true }),
        0,
        width,
      );
      for (const { x } of rows.flatMap(({ cells }) => cells)) {
        expect(x).toBeGreaterThanOrEqual(-1e-9);
        expect(x + cellWidth).toBeLessThanOrEqual(width + 1e-9);
      }
    }
  });
});
