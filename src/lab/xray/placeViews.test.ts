import { describe, expect, test } from 'vitest';
import { channelsReadBy } from '../../nets/arithmetic/channelsReadBy';
import { pixelOf } from '../../nets/arithmetic/pixel';
import { slidingOf } from '../../nets/arithmetic/weightLayer';
import { catalogue } from '../../nets/models/index';
import { hasTrait } from '../../nets/op';
import { costOf } from '../../nets/readings/cost';
import { foldedGraph } from '../../nets/weights/fold';
import { blockPaths } from './place';
import { placeViews } from './placeViews';

function networkNamed(id: string) {
  const built = catalogue.find((model) => model.id === id)?.build({});
  if (built?.ok !== true) throw new Error(id);
  const graph = foldedGraph(built.value);
  return { graph, cost: costOf(graph) };
}

const v2 = networkNamed('mobilenet-v2');

test('a value reads what lies around its window, in the channels that it is computed from', () => {
  const depthwise = { level: 'pixel', id: 'stage2.block2.depthwise.conv', channel: 5, row: 0, column: 0 } as const;
  const [source, own] = placeViews(v2, depthwise, false);
  expect(source).toMatchObject({ id: 'stage2.block2.expand.activation', exact: { from: 5, end: 6 } });
  expect(source?.patch?.rows.from).toBe(0);
  expect(own).toMatchObject({ id: depthwise.id, exact: null, parts: { channel: 5, count: 1 } });
  const pointwise = { ...depthwise, id: 'stage2.block2.project.conv', row: 30, column: 20 };
  expect(placeViews(v2, pointwise, false)[0]).toMatchObject({
    exact: { from: 0, end: 144 },
    patch: { rows: { from: 27, end: 34 }, columns: { from: 17, end: 24 } },
  });
});

test('a layer is taken apart where the engine is, without an exact map', () => {
  const layer = { level: 'layer', id: 'stage2.block2.depthwise.conv', channel: 5 } as const;
  const views = placeViews(v2, layer, false);
  expect(views.map(({ exact }) => exact)).toEqual([null, null]);
  expect(views[1]?.parts).toMatchObject({ source: 'stage2.block2.expand.activation', channel: 5, then: 'relu6' });
  const linear = placeViews(v2, { ...layer, id: 'stage2.block2.project.conv' }, false);
  expect(linear[1]?.parts?.then).toBe(null);
});

test('the network reads no exact map, until a label is taken apart', () => {
  const network = { level: 'network' } as const;
  expect(placeViews(v2, network, false).every(({ exact }) => exact === null)).toBe(true);
  expect(placeViews(v2, network, true).filter(({ exact }) => exact !== null)).toMatchObject([
    { id: 'head.activation', exact: { from: 0, end: 1280 } },
  ]);
});

describe.each(catalogue.map(({ id }) => id))('%s', (id) => {
  const network = networkNamed(id);

  test('asks for each tensor once at every level', () => {
    const places = [
      { level: 'network' } as const,
      ...blockPaths(network.graph).map((path) => ({ level: 'block', path }) as const),
    ];
    for (const place of places) {
      const ids = placeViews(network, place, true).map((view) => view.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('reads little around every value of a layer with weights', () => {
    for (const node of network.graph.nodes) {
      const { op, shape } = node;
      if (!hasTrait(op, 'isWeightLayer')) continue;
      const place = { row: Math.floor(shape.height / 2), column: 0, channel: shape.channels - 1 };
      const [view] = placeViews(network, { level: 'pixel', id: node.id, ...place }, false);
      const { rows, columns } = view?.patch ?? { rows: { from: 0, end: NaN }, columns: { from: 0, end: NaN } };
      const channels = (view?.exact?.end ?? NaN) - (view?.exact?.from ?? NaN);
      const { kernel, stride } = slidingOf(op);
      const least = (kernel[0] + 2 * stride) * (kernel[1] + 2 * stride) * channels;
      const read = (rows.end - rows.from) * (columns.end - columns.from) * channels;
      expect(read, node.id).toBeLessThanOrEqual(Math.max(8192, least));
      expect(read, node.id).toBeGreaterThan(0);
    }
  });

  test('names every channel that a value without weights is computed from', () => {
    for (const node of network.graph.nodes) {
      if (node.op.kind === 'input' || hasTrait(node.op, 'isWeightLayer')) continue;
      const [row, column] = [node.shape.height - 1, node.shape.width - 1];
      const channel = node.shape.channels - 1;
      const empty = node.inputs.map(({ shape }) => ({
        shape: [shape.height, shape.width, shape.channels] as const,
        values: [],
      }));
      const ranges = channelsReadBy(node, channel);
      for (const term of pixelOf(node, empty, { weight: null, bias: null }, { row, column, channel }).terms) {
        const range = ranges[term.input] ?? { from: 0, end: 0 };
        expect(term.channel >= range.from && term.channel < range.end, node.id).toBe(true);
      }
    }
  });
});
