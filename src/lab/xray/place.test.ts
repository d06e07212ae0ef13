import { describe, expect, test } from 'vitest';
import { catalogue } from '../../nets/models/index';
import { foldedGraph } from '../../nets/weights/fold';
import { above, activationAfter, blockOf, blockPaths, nodesOfBlock, placeOf, writtenPlace } from './place';

function graphNamed(id: string) {
  const graph = catalogue.find((model) => model.id === id)?.build({});
  if (graph?.ok !== true) throw new Error(id);
  return foldedGraph(graph.value);
}

const graph = graphNamed('mobilenet-v2');
const nothing = { at: null, channel: null, pixel: null };

describe('a place in the address', () => {
  test('is read and written the same', () => {
    for (const written of [
      nothing,
      { ...nothing, at: 'stage2.block1' },
      { at: 'stage2.block1.project.conv', channel: 3, pixel: null },
      { at: 'stage2.block1.project.conv', channel: 3, pixel: '10,55' },
    ]) {
      expect(writtenPlace(placeOf(graph, written))).toEqual(written);
    }
  });

  test('that does not exist becomes the nearest that does', () => {
    const far = { at: 'stage2.block1.project.conv', channel: 999, pixel: '5000,2' };
    expect(placeOf(graph, far)).toEqual({ level: 'pixel', id: far.at, channel: 23, row: 55, column: 2 });
    expect(placeOf(graph, { ...nothing, at: 'stage2.block1.squeezeExcite.fc1' })).toEqual({
      level: 'block',
      path: 'stage2.block1',
    });
    expect(placeOf(graph, { ...nothing, at: 'stage2' })).toEqual({ level: 'block', path: 'stage2.block1' });
    expect(placeOf(graph, { ...nothing, at: 'fire2' })).toEqual({ level: 'network' });
    expect(placeOf(graph, { at: 'stage2.block1.project.conv', channel: -1, pixel: 'a,b' })).toMatchObject({
      level: 'layer',
      channel: 0,
    });
  });

  test('leads up to the network in three steps', () => {
    const pixel = placeOf(graph, { at: 'stage2.block1.project.conv', channel: 3, pixel: '1,2' });
    const layer = above(graph, pixel);
    const block = above(graph, layer);
    expect([layer.level, block, above(graph, block).level]).toEqual([
      'layer',
      { level: 'block', path: 'stage2.block1' },
      'network',
    ]);
  });
});

describe.each(catalogue.map(({ id }) => id))('%s', (id) => {
  const whole = graphNamed(id);

  test('every node but the input is in exactly one block, whose nodes say so', () => {
    const seen = blockPaths(whole).flatMap((path) => nodesOfBlock(whole, path).nodes.map((node) => node.id));
    expect(seen).toEqual(whole.nodes.filter(({ op }) => op.kind !== 'input').map((node) => node.id));
    for (const path of blockPaths(whole)) expect(nodesOfBlock(whole, path).inputs.length).toBeGreaterThan(0);
  });

  test('every layer with weights can be gone up from', () => {
    for (const node of whole.nodes) {
      if (node.op.kind === 'conv') expect(blockOf(whole, node.id), node.id).not.toBeNull();
    }
  });
});

test('an activation belongs to a layer that only it reads', () => {
  const node = graph.nodes.find(({ id }) => id === 'stage2.block1.expand.conv');
  expect(node && activationAfter(graph, node)?.op).toMatchObject({ function: 'relu6' });
  const linear = graph.nodes.find(({ id }) => id === 'stage2.block1.project.conv');
  expect(linear && activationAfter(graph, linear)).toBeUndefined();
});
