import { describe, expect, test } from 'vitest';
import { mobileNetV1 } from '../models/mobileNetV1';
import { squeezeNet } from '../models/squeezeNet';
import { inputOf } from '../graph';
import { convFlavour } from '../op';
import { costOf } from '../readings/cost';
import { withStandardConvolutions } from './withStandardConvolutions';

function build(model: typeof mobileNetV1, choice = {}) {
  const graph = model.build(choice);
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

describe("MobileNet V1 with standard convolutions is the paper's 'Conv MobileNet'", () => {
  const cost = costOf(withStandardConvolutions(build(mobileNetV1)));

  test('29.3 million params (MobileNets, Table 4)', () => {
    expect(cost.params / 1e6).toBeCloseTo(29.3, 1);
  });

  test('4866 million multiply-adds (Table 4), as the paper counts them: without the classifier', () => {
    const classifier = cost.layers.find((layer) => layer.node.op.kind === 'fullyConnected');
    expect(Math.round((cost.macs - (classifier?.macs ?? 0)) / 1e6)).toBe(4866);
    expect(cost.macs).toBe(4_867_293_184);
  });

  test('it has fourteen standard convolutions and no other', () => {
    const flavours = cost.layers.flatMap(({ node }) =>
      node.op.kind === 'conv' ? [convFlavour(node.op, inputOf(node).shape.channels)] : [],
    );
    expect(flavours).toEqual(Array.from({ length: 14 }, () => 'standard'));
  });
});

test('every map keeps its shape at any width and resolution', () => {
  for (const choice of [
    { width: 0.5, resolution: 160 },
    { width: 0.25, resolution: 96 },
  ]) {
    const split = build(mobileNetV1, choice);
    const undivided = withStandardConvolutions(split);
    const shapes = new Map(split.nodes.map((node) => [node.id, node.shape]));
    for (const node of undivided.nodes) expect(node.shape).toEqual(shapes.get(node.id));
  }
});

test('a network without depthwise convolutions stays the same', () => {
  const graph = build(squeezeNet);
  expect(costOf(withStandardConvolutions(graph)).macs).toBe(costOf(graph).macs);
});
