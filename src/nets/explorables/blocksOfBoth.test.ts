import { expect, test } from 'vitest';
import { mobileNetV1 } from '../models/mobileNetV1';
import { mobileNetV2 } from '../models/mobileNetV2';
import { builtGraph } from '../models/model';
import { costOf } from '../readings/cost';
import { blocksOfBoth } from './blocksOfBoth';

test.each(blocksOfBoth())('$version at stride $stride is $path of the network', ({ version, path, graph }) => {
  const { layers } = costOf(builtGraph(version === 'V1' ? mobileNetV1 : mobileNetV2));
  const figures = (of: typeof layers) =>
    of.map(({ node, params, macs, memoryAccess }) => [node.id, node.shape, params, macs, memoryAccess]);
  const block = costOf(graph).layers.filter(({ node }) => node.op.kind !== 'input');
  expect(figures(block)).toEqual(figures(layers.filter(({ node }) => node.id.startsWith(`${path}.`))));
});
