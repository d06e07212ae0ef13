import { describe, expect, test } from 'vitest';
import { activation, add, conv, input } from './build';
import { graphOf } from './graph';
import { builtGraph } from './models/model';
import { mobileNetV2 } from './models/mobileNetV2';
import { shuffleNetV2 } from './models/shuffleNetV2';
import { costOf } from './readings/cost';
import { subgraphOf } from './subgraph';

describe('a part of a graph', () => {
  const graph = builtGraph(mobileNetV2);

  test('is its own graph with the costs that it has in the whole network', () => {
    const block = subgraphOf(graph, 'stage2.block2');
    expect(block?.input.shape).toEqual({ height: 56, width: 56, channels: 24 });
    const whole = costOf(graph).layers.filter(({ node }) => node.id.startsWith('stage2.block2.'));
    expect(block && costOf(block).macs).toBe(whole.reduce((sum, { macs }) => sum + macs, 0));
  });

  test('may be a stage or a single node', () => {
    expect(subgraphOf(graph, 'stage4')?.output.shape.channels).toBe(64);
    expect(subgraphOf(graph, 'classifier')?.nodes).toHaveLength(2);
  });

  test('is undefined if it has several outputs, or if no node has the path', () => {
    expect(subgraphOf(builtGraph(shuffleNetV2), 'stage2.unit2.split')).toBeUndefined();
    expect(subgraphOf(graph, 'stage9')).toBeUndefined();
  });
});

test('a part that reads two maps from outside is no block', () => {
  const image = input({ height: 4, width: 4, channels: 2 });
  const [left, right] = [
    conv('left', image, { outChannels: 2, kernel: 1 }),
    conv('right', image, { outChannels: 2, kernel: 1 }),
  ];
  const graph = graphOf(activation('out', activation('join.relu', add('join.add', [left, right]), 'relu'), 'relu'));
  expect(subgraphOf(graph, 'join')).toBeUndefined();
  expect(subgraphOf(graph, 'join.relu')?.nodes.map(({ id }) => id)).toEqual(['input', 'join.relu']);
});

test('a path does not cover a longer name that begins with it', () => {
  const image = input({ height: 4, width: 4, channels: 2 });
  const graph = graphOf(activation('stage10.relu', activation('stage1.relu', image, 'relu'), 'relu'));
  expect(subgraphOf(graph, 'stage1')?.nodes.map(({ id }) => id)).toEqual(['input', 'stage1.relu']);
});
