import { describe, expect, test } from 'vitest';
import { modelById } from '../models/index';
import { builtGraph } from '../models/model';
import { costOf } from '../readings/cost';
import { builtDesign } from './builtDesign';
import { efficientNetLiteFamily } from '../papers/efficientNetFamily';
import { shelfDesigns } from './shelf';
import { startOfNetwork, starts } from './starts';

describe.each(starts.filter(({ model }) => model !== undefined))('$id as rows', ({ model, choice, design }) => {
  test('is built as it is written, and has the params, multiply-adds and layers of the catalogue', () => {
    const built = builtDesign(design);
    const found = modelById(model ?? '');
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

test('each network of the shelf has the params that its source prints, but for what its note disputes', () => {
  const counted = shelfDesigns.map(({ id, design, published }) => {
    const { params } = costOf(builtDesign(design).graph);
    return [id, Number((params / 1e6).toPrecision(2)), published?.paramsMillions];
  });
  expect(counted).toEqual([
    ['mobilenet-v2-1.4', 6.1, 6.9],
    ...efficientNetLiteFamily
      .slice(1)
      .map(({ name, paramsMillions }) => [`efficientnet-${name.toLowerCase()}`, paramsMillions, paramsMillions]),
  ]);
});

test('EfficientNet-Lite1 to Lite4 count 3 to 5 % fewer multiply-adds than their README prints, as Lite0 does', () => {
  for (const { design, published, model } of shelfDesigns) {
    if (model !== undefined) continue;
    const share = costOf(builtDesign(design).graph).macs / 1e6 / (published?.macsMillions ?? 0);
    expect(share).toBeGreaterThan(0.945);
    expect(share).toBeLessThan(0.97);
  }
});

test.each([
  ['mobilenet-v2', {}, 'mobilenet-v2'],
  ['mobilenet-v2', { width: 1.4 }, 'mobilenet-v2-1.4'],
  ['mobilenet-v3', { size: 'small', width: 0.75 }, 'mobilenet-v3-small'],
  ['mobilenet-v3', { size: 'large' }, 'mobilenet-v3-large'],
  ['vgg16', {}, undefined],
])('%s at %j is opened as the design %s', (id, choice, start) => {
  const model = modelById(id);
  if (!model.ok) throw new Error(model.error);
  expect(startOfNetwork({ model: model.value, choice })?.id).toBe(start);
});
