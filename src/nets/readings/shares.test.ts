import { expect, test } from 'vitest';
import { inputOf } from '../graph';
import { mobileNetV1 } from '../models/mobileNetV1';
import { mobileNetV3 } from '../models/mobileNetV3';
import type { Model } from '../models/model';
import { convFlavour } from '../op';
import type { LayerCost } from './cost';
import { costOf } from './cost';
import { sharesOf } from './shares';

function costAt(model: Model, choice = {}) {
  const graph = model.build(choice);
  if (!graph.ok) throw new Error(graph.error);
  return costOf(graph.value);
}

function kindOf({ node }: LayerCost) {
  if (node.op.kind === 'fullyConnected') return 'fullyConnected';
  return node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : undefined;
}

test("MobileNet V1's shares are those of the paper's Table 2, except for its misprint of 1.91", () => {
  const shares = sharesOf(costAt(mobileNetV1), kindOf, (layer) => layer.weights + layer.biases);
  const table = Object.fromEntries(
    shares.map(({ group, macsShare, paramsShare }) => [
      group,
      [(macsShare * 100).toFixed(2), (paramsShare * 100).toFixed(2)],
    ]),
  );
  // The paper's params are 74.59 and 24.33, a hundredth of a per cent off; 1.19 for the first convolution is a misprint,
  // since the printed column sums to 99.29.
  expect(table).toEqual({
    standard: ['1.91', '0.02'],
    depthwise: ['3.06', '1.06'],
    pointwise: ['94.86', '74.57'],
    fullyConnected: ['0.18', '24.35'],
  });
});

test('squeeze-and-excite is 27.6 % of the params of V3-Large and 0.7 % of its multiply-adds', () => {
  const [share] = sharesOf(costAt(mobileNetV3), ({ node }) => (node.id.includes('.squeezeExcite.') ? 'se' : undefined));
  expect(share).toMatchObject({ group: 'se', layers: 16, params: 1_512_280 });
  expect(share?.paramsShare).toBeCloseTo(0.276, 3);
  expect(share?.macsShare).toBeCloseTo(0.007, 3);
});
