import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '../readings/cost';
import { networkParts } from '../readings/networkParts';
import { torchModule } from '../readings/torch';
import { builtDesign } from './builtDesign';
import type { DesignRow } from './design';
import { fieldsOf, isSameRow, rowOf } from './design';
import { designs } from './fixtures/designs';
import { legalValues } from './legalValues';
import { rowCosts } from './rowCosts';
import { rowMisfit } from './rowMisfit';
import { rowWith } from './fieldValues';
import { starts } from './starts';

function designOf(...rows: readonly DesignRow[]) {
  return { resolution: 64, classes: 10, head: { kind: 'linear', hidden: 0, activation: 'none' }, rows } as const;
}

const stem = rowOf('conv', { channels: 24, stride: 2 });

test('1,000 random designs settle to rows that fit, build, and count the same by rows and by layers', () => {
  fc.assert(
    fc.property(designs, (wanted) => {
      const { design, graph, inputs } = builtDesign(wanted);
      const misfits = design.rows.map((row, index) => rowMisfit(row, inputs[index] ?? graph.input.shape));
      expect(misfits.filter((misfit) => misfit !== undefined)).toEqual([]);
      const cost = costOf(graph);
      const costs = rowCosts(cost, design.rows.length);
      const sums = (['params', 'macs', 'memoryAccess'] as const).map((figure) =>
        costs.reduce((sum, row) => sum + row[figure], 0),
      );
      expect(sums).toEqual([cost.params, cost.macs, cost.memoryAccess]);
      expect(graph.output.shape).toEqual({ height: 1, width: 1, channels: design.classes });
    }),
    { numRuns: 1000 },
  );
});

test('100 random designs are drawn part by part, printed for PyTorch, and settled for good', () => {
  fc.assert(
    fc.property(designs, (wanted) => {
      const { design, graph } = builtDesign(wanted);
      const cost = costOf(graph);
      expect(networkParts(cost.layers).reduce((sum, { macs }) => sum + macs, 0)).toBe(cost.macs);
      expect(torchModule(graph, { id: 'design', options: {}, resolution: 64 })).toContain('class Network(nn.Module)');
      const again = builtDesign(design);
      expect([again.design, again.moved]).toEqual([design, []]);
    }),
    { numRuns: 100 },
  );
});

test('every value that is offered for a row builds, whatever the row reads', () => {
  fc.assert(
    fc.property(designs, fc.nat(), (wanted, pick) => {
      const { design, inputs, graph } = builtDesign(wanted);
      const index = pick % design.rows.length;
      const [row, input] = [design.rows[index] ?? stem, inputs[index] ?? graph.input.shape];
      for (const field of fieldsOf[row.kind]) {
        const { legal, refused } = legalValues(row, field, input);
        expect(legal).toContain(row[field]);
        const value = legal[pick % legal.length] ?? row[field];
        expect(rowMisfit(rowWith(row, field, value), input)).toBeUndefined();
        for (const { values, why } of refused)
          expect(rowMisfit(rowWith(row, field, values[0] ?? ''), input)).toEqual(why);
      }
    }),
    { numRuns: 100 },
  );
});

describe('a row that does not fit', () => {
  test('takes the nearest groups that divide what it reads', () => {
    const built = builtDesign(designOf(stem, rowOf('conv', { channels: 64, groups: 16 })));
    expect(built.moved).toEqual([
      { row: 2, field: 'groups', from: 16, to: 8, why: { kind: 'groups', channels: 24, groups: 16 } },
    ]);
  });

  test('keeps its channels at stride 1 where its input is passed on', () => {
    const built = builtDesign(designOf(stem, rowOf('shuffleV2', { channels: 116 })));
    expect(built.moved).toEqual([
      { row: 2, field: 'channels', from: 116, to: 24, why: { kind: 'keeps', channels: 24 } },
    ]);
  });

  test('is padded where its window is larger than the map', () => {
    const small = Array.from({ length: 6 }, () => rowOf('conv', { stride: 2 }));
    const built = builtDesign(designOf(...small, rowOf('conv', { kernel: 5, border: 'valid' })));
    expect(built.moved).toMatchObject([{ row: 7, field: 'border', to: 'padded', why: { kind: 'window', map: 1 } }]);
  });

  test('follows when a row before it changes: 3 groups of 28 channels become 2', () => {
    const [v1] = starts.filter(({ id }) => id === 'shufflenet-v1');
    const design = v1?.design ?? designOf(stem);
    const built = builtDesign({ ...design, rows: design.rows.with(0, { ...stem, channels: 28 }) });
    expect(built.moved).toMatchObject([{ row: 3, field: 'groups', from: 3, to: 2 }]);
  });
});

test('two rows are the same as far as their kind has the fields', () => {
  expect(isSameRow(rowOf('fire', { kernel: 5 }), rowOf('fire'))).toBe(true);
  expect(isSameRow(rowOf('fire', { inner: 8 }), rowOf('fire'))).toBe(false);
});
