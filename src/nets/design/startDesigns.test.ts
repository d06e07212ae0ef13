import { describe, expect, test } from 'vitest';
import { modelById } from '../models/index';
import { builtGraph } from '../models/model';
import { costOf } from '../readings/cost';
import { builtDesign } from './builtDesign';
import { startDesigns } from './startDesigns';

describe.each(startDesigns)('$id as rows', ({ model, choice, design }) => {
  test('is built as it is written, and has the params, multiply-adds and layers of the catalogue', () => {
    const built = builtDesign(design);
    const found = modelById(model);
    if (!found.ok) throw new Error(found.error);
    const [got, wanted] = [costOf(built.graph), costOf(builtGraph(found.value, choice))];
    expect(built.moved).toEqual([]);
    expect(built.design).toEqual(design);
    expect([got.params, got.macs]).toEqual([wanted.params, wanted.macs]);
    expect([got.memoryAccess, got.peakActivations]).toEqual([wanted.memoryAccess, wanted.peakActivations]);
    const weighed = (cost: typeof got) =>
      cost.layers.filter(({ macs }) => macs > 0).map(({ macs, params }) => [macs, params]);
    expect(weighed(got)).toEqual(weighed(wanted));
  });
});
