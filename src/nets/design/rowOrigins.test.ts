import { expect, test } from 'vitest';
import { costOf } from '../readings/cost';
import { crossings } from './budgets';
import { builtDesign } from './builtDesign';
import { rowOf } from './design';
import { withRow, withRowAfter, withRowMoved, withoutRow } from './edits';
import { peakRow, rowToBlame } from './rowCosts';
import { rowOrigins } from './rowOrigins';
import { startOf } from './starts';

const { design } = startOf('mobilenet-v2');
const fire = rowOf('fire', { channels: 128 });

function originsAfter(changed: typeof design) {
  return rowOrigins(changed.rows, design.rows);
}

test('rows know where they come from after rows are added, removed and changed', () => {
  const all = design.rows.map((_, index) => index);
  expect(originsAfter(design)).toEqual(all);
  expect(originsAfter(withRowAfter(design, 2, fire))).toEqual([0, 1, 2, undefined, 3, 4, 5, 6, 7, 8]);
  expect(originsAfter(withoutRow(design, 4))).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
  expect(originsAfter(withRow(design, 4, { ...rowOf('invertedResidual'), channels: 8 }))).toEqual(all);
  expect(originsAfter(withRow(design, 4, fire))[4]).toBe(4);
});

test('a row that is moved keeps the others where they are', () => {
  const moved = withRowMoved(design, 1, 5);
  expect(moved.rows[5]).toBe(design.rows[1]);
  expect(originsAfter(moved).filter((origin) => origin === undefined).length).toBeLessThanOrEqual(1);
  expect(withRowMoved(design, 0, -1)).toBe(design);
});

test('the last row stays', () => {
  const one = { ...design, rows: [fire] };
  expect(withoutRow(one, 0)).toBe(one);
});

test('the row that grew most is to blame, or the costliest where nothing grew', () => {
  expect(rowToBlame([5, 9, 2], [4, 0, 0])).toBe(0);
  expect(rowToBlame([5, 9, 2], [0, 0, -1])).toBe(1);
  expect(rowToBlame([5, 9, 2], undefined)).toBe(1);
});

test('most of MobileNet V2 is alive where its third row expands', () => {
  const { graph } = builtDesign(design);
  expect(costOf(graph).peakActivations).toBeGreaterThan(0);
  expect(peakRow(graph, design.rows.length)).toBe(2);
});

test('a crossed budget names by how much, and the row that is to blame', () => {
  const counted = (of: typeof design) => {
    const { graph } = builtDesign(of);
    return { graph, cost: costOf(graph), rows: of.rows.length };
  };
  const wide = withRow(design, 4, { ...rowOf('invertedResidual'), channels: 256 });
  const [now, start] = [counted(wide), counted(design)];
  const origins = rowOrigins(wide.rows, design.rows);
  const { macs } = start.cost;
  expect(crossings(start, start, origins, { macs })).toEqual([]);
  // The row after it reads more channels, and grew by more than the row itself.
  expect(crossings(now, start, origins, { macs })).toEqual([{ figure: 'macs', by: now.cost.macs - macs, row: 5 }]);
  expect(crossings(start, start, origins, { params: 1e6, peakActivations: 1e6 })).toEqual([
    { figure: 'params', by: start.cost.params - 1e6, row: 9 },
    { figure: 'peakActivations', by: start.cost.peakActivations - 1e6, row: 2 },
  ]);
});
