import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { valueAt, type Graph, type Node } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import { classifierHead, classMapOf } from '../../nets/arithmetic/classMap';
import type { MapValues } from '../../nets/arithmetic/mapValues';
import { pixelOf, type Place } from '../../nets/arithmetic/pixel';
import { foldedGraph } from '../../nets/weights/fold';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import { engineHost, type EngineHost } from '../../run/engine/engineHost';
import type { Executor } from '../../run/device/executor';
import { servedWeights, weightsUrl } from '../../run/fixtures/servedWeights';
import { valueOf, wasmExecutor } from '../../run/fixtures/wasmExecutor';
import { servedStub } from '../../run/worker/fixtures/servedStub';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
  vi.stubGlobal('fetch', servedWeights({ read: (path) => readFileSync(`public/weights/${path}`) }));
});

afterAll(() => {
  vi.unstubAllGlobals();
  executor.dispose();
});

/** Pixels tried in each tensor. */
const tries = 12;

// Between them they have every kind of layer: grouped and shuffled, split and joined, gated, added, and each activation.
test.each([
  ['squeezenet', 'squeezenet-everyday64'],
  ['xception', 'xception-reduced-everyday64'],
  ['shufflenet-v1', 'shufflenet-v1-everyday64'],
  ['shufflenet-v2', 'shufflenet-v2-everyday64'],
  ['mobilenet-v3', 'mobilenet-v3-small-everyday64'],
])('every tensor of the trained %s is what its inputs and weights give, pixel by pixel', async (id, weights) => {
  const { data, info } = await sharp('training/samples/coffee.png')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { width: info.width, height: info.height, data: new Uint8Array(data) };
  const host = engineHost(executor, weightsUrl, () => pixels, servedStub);
  const { manifest } = valueOf(await host.load(1, { id, options: {}, resolution: 128, weights }, () => undefined));
  const model = valueOf(modelById(id));
  const graph = foldedGraph(valueOf(model.build({ ...manifest?.options, resolution: 128 })));
  const ids = graph.nodes.map((node) => node.id);
  const frame = { width: info.width, height: info.height, close: () => undefined };
  const views = graph.nodes.map((node) => ({
    id: node.id,
    ...{ maps: { pick: 'none' as const }, side: 1, exact: { from: 0, end: node.shape.channels } },
  }));
  const maps = new Map(
    valueOf(await host.look(1, views, frame)).flatMap((seen) => (seen.exact === null ? [] : [[seen.id, seen.exact]])),
  );
  const seen = new Set<string>();
  for (const node of graph.nodes) {
    if (node.op.kind === 'input') continue;
    const inputs = node.inputs.map((input) => valueAt(maps, input.id));
    const layer = valueOf(await host.layerWeights(1, node.id));
    const shown = valueAt(maps, node.id);
    const largest = Array.from(shown.values).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    for (const place of placesIn(node)) {
      const { row, column, channel } = place;
      const value = shown.values[(row * node.shape.width + column) * node.shape.channels + channel] ?? NaN;
      const difference = Math.abs(pixelOf(node, inputs, layer, place).value - value);
      expect(difference / largest, `${node.id} ${JSON.stringify(place)}`).toBeLessThan(1e-4);
    }
    seen.add(node.op.kind);
  }
  expect(seen.size).toBeGreaterThan(4);
  await expectLogitsTakenApart(host, graph, maps);
  await host.unload(1);
  expect(await host.layerWeights(1, ids.at(-1) ?? '')).toMatchObject({ ok: false });
});

/** The class maps of three classes and their biases add up to the logits. */
async function expectLogitsTakenApart(
  host: EngineHost,
  graph: Graph,
  maps: ReadonlyMap<string, MapValues>,
): Promise<void> {
  const head = classifierHead(graph);
  if (head === undefined) throw new Error('no head');
  const weights = new Map<string, LayerWeights>();
  for (const { id } of head.behind) weights.set(id, valueOf(await host.layerWeights(1, id)));
  const logits = Array.from(valueAt(maps, graph.output.id).values);
  for (const output of [0, 7, 63]) {
    const { values, bias } = classMapOf(head, maps, weights, output);
    const logit = values.reduce((sum, value) => sum + value, bias);
    expect(Math.abs(logit - (logits[output] ?? NaN))).toBeLessThan(1e-4 * Math.max(...logits.map(Math.abs)));
  }
}

/** Corners, where padding is read, and places spread over the tensor. */
function placesIn({ shape: { height, width, channels } }: Node): readonly Place[] {
  return Array.from({ length: tries }, (_, at) => ({
    row: at === 0 ? 0 : at === 1 ? height - 1 : (at * 37) % height,
    column: at === 0 ? 0 : at === 1 ? width - 1 : (at * 53) % width,
    channel: (at * 71) % channels,
  }));
}
