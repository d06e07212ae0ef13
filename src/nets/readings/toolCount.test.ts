import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conv, globalAveragePool, input } from '../build';
import { graphOf } from '../graph';
import { modelById } from '../models/index';
import { countedBy, plainConvention } from './convention';
import { countedGraph } from './cost';
import { countedByTool, type Tool } from './toolCount';

const tools: readonly Tool[] = ['ptflops', 'fvcore', 'torchinfo', 'thop', 'deepspeed'];

/** {network: {tool: [operations, params]}}, as fixtures/measure_tools.py wrote it. */
const measured = entriesOf(
  entryOf(JSON.parse(readFileSync(new URL('fixtures/tools.json', import.meta.url), 'utf8')), 'networks'),
);

test('the tools were asked about every network of the catalogue that torchvision or timm has', () => {
  expect(measured.map(([id]) => id).toSorted()).toEqual([
    ...['efficientnet-lite0', 'inception-v3', 'mobilenet-v1', 'mobilenet-v2', 'mobilenet-v3'],
    ...['shufflenet-v2', 'squeezenet', 'vgg16', 'xception'],
  ]);
});

describe.each(measured)('%s counts as', (id, counts) => {
  const model = modelById(id);
  const graph = model.ok ? model.value.build({}) : model;
  if (!graph.ok) throw new Error(graph.error);
  const counted = countedGraph(graph.value);

  test.each(tools)('%s prints it, to the last digit', (tool) => {
    const { operations, params, parts } = countedByTool(id, counted, tool);
    expect([operations, params]).toEqual(entryOf(counts, tool));
    expect(parts.reduce((sum, part) => sum + part.operations, 0)).toBe(operations);
  });

  test("PyTorch's own counter prints it, to the last digit", () => {
    const { operations, params } = countedBy(counted, { ...plainConvention, perMac: 2 });
    expect([operations, params]).toEqual(entryOf(counts, 'pytorch'));
  });
});

test('the parts of a count say what it is of, and leave out what it is not', () => {
  const map = input({ height: 4, width: 4, channels: 3 });
  const graph = graphOf(globalAveragePool('pool', conv('c', map, { outChannels: 2, kernel: 1, bias: true })));
  expect(countedByTool('other', countedGraph(graph), 'ptflops').parts).toEqual([
    { part: 'macs', operations: 96 },
    { part: 'biases', operations: 32 },
    { part: 'pools', operations: 64 },
  ]);
});

function entriesOf(json: unknown): readonly (readonly [string, unknown])[] {
  return typeof json === 'object' && json !== null ? Object.entries(json) : [];
}

function entryOf(json: unknown, key: string): unknown {
  return entriesOf(json).find(([name]) => name === key)?.[1];
}
