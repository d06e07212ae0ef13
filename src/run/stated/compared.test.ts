import { describe, expect, test } from 'vitest';
import type { Graph, Node } from '../../nets/graph';
import { catalogue } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { scalar } from './affine';
import { compared } from './compared';
import { statedFrom } from './fixtures/statedFrom';
import type { StatedNode, StatedOp } from './statedGraph';
import { statedNode } from './statedNode';

const networks = catalogue.flatMap((model) =>
  ['symmetric', 'same']
    .filter((padding) => 'padding' in model.options || padding === 'same')
    .map(
      (padding) =>
        [`${model.id} ${padding}`, builtGraph(model, 'padding' in model.options ? { padding } : {})] as const,
    ),
);

describe.each(networks)('the graph of %s', (_, graph) => {
  test('is found in a file that states the same', () => {
    const { differences, layers, scaling } = compared(graph, statedFrom(graph));
    expect(differences).toEqual([]);
    expect([...layers.keys()].toSorted()).toEqual(layerIds(graph).toSorted());
    expect(scaling).toEqual([0, 1, 2].map((source) => ({ source, scale: 1, shift: 0 })));
  });

  test('differs from a file in which any single op has another attribute, and the difference names it', () => {
    const missed = graph.nodes.filter((node) => {
      const change = (each: Node, op: StatedOp) => (each === node ? changed(node, op) : undefined);
      if (changed(node, undefined) === undefined) return false;
      const { differences } = compared(graph, statedFrom(graph, { change }));
      return differences.length !== 1 || differences[0]?.node !== node.id;
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

/** The op with another attribute that changes no shape, undefined for ops without attributes. */
function changed(node: Node, op: StatedOp | undefined): StatedOp | undefined {
  const { op: own } = node;
  if (own.kind === 'activation') return { kind: 'activation', function: own.function === 'relu' ? 'relu6' : 'relu' };
  if (own.kind === 'channelShuffle') return { kind: 'channelShuffle', groups: node.shape.channels / own.groups };
  const isWindow = own.kind === 'conv' || own.kind === 'maxPool' || own.kind === 'averagePool';
  if (!isWindow || (own.kind === 'conv' && own.kernel[0] * own.kernel[1] === 1)) return undefined;
  if (op === undefined) return { kind: 'unknown', what: 'changed' };
  const { padding } = own;
  const moved = { top: padding.top + 1, left: padding.left, bottom: padding.bottom - 1, right: padding.right };
  return op.kind === 'conv' || op.kind === 'maxPool' || op.kind === 'averagePool' ? { ...op, padding: moved } : op;
}

function layerIds(graph: Graph): readonly string[] {
  return graph.nodes.filter(({ op }) => op.kind === 'conv' || op.kind === 'fullyConnected').map(({ id }) => id);
}

describe('a file of MobileNet V2', () => {
  const graph = builtGraph(mobileNetV2);

  test('scales its pixels itself, and may read blue first', () => {
    const scaled = (image: StatedNode) =>
      statedNode('scaled', { kind: 'affine', scale: scalar('scale', 1 / 127.5), shift: scalar('shift', -1) }, [
        statedNode('bgr', { kind: 'reverseChannels' }, [image]),
      ]);
    const { scaling, differences } = compared(graph, statedFrom(graph, { scaled }));
    expect(differences).toEqual([]);
    expect(scaling?.map(({ source, shift }) => [source, shift])).toEqual([
      [2, -1],
      [1, -1],
      [0, -1],
    ]);
    expect(scaling?.[0]?.scale).toBeCloseTo(1 / 127.5, 8);
  });

  test('reads nothing but the image', () => {
    const scaled = (image: StatedNode) => statedNode('resized', { kind: 'unknown', what: 'Resize' }, [image]);
    expect(compared(graph, statedFrom(graph, { scaled })).differences).toMatchObject([
      { place: 'resized', has: 'Resize', node: 'input', wanted: 'the image' },
    ]);
  });
});
