import type { Graph, Node } from '../graph';
import { inputOf } from '../graph';
import type { Op } from '../op';
import { convFlavour, shapeText } from '../op';
import type { LayerCost } from './cost';
import { costOf } from './cost';

/** The graph's cost as an aligned text table, one line per node, totals last. */
export function tableOf(graph: Graph): string {
  const cost = costOf(graph);
  const rows = cost.layers.map((layer) => [
    layer.node.id,
    describe(layer.node),
    shapeText(layer.node.shape),
    ...figures(layer),
  ]);
  const total = ['total', '', '', ...figures(cost)];
  const header = ['layer', 'op', 'output', 'params', 'MACs', 'memory access'];
  const body = align([header, ...rows, total]);
  return [
    ...body,
    '',
    `params without norm: ${grouped(cost.paramsWithoutNorm)}`,
    `memory access cost of convolutions and fully connected layers alone: ${grouped(cost.convMemoryAccess)} elements`,
    `peak activations: ${grouped(cost.peakActivations)} elements`,
    '',
  ].join('\n');
}

/** A node's op in a few words: `depthwise 3x3 /2`. */
export function describe(node: Node): string {
  const { op } = node;
  switch (op.kind) {
    case 'conv':
      return describeConv(op, inputOf(node).shape.channels);
    case 'maxPool':
    case 'averagePool':
      return `${op.kind} ${String(op.kernel)}x${String(op.kernel)} /${String(op.stride)}`;
    case 'activation':
      return op.function;
    case 'channelSlice':
      return `channels ${String(op.from)} to ${String(op.to)}`;
    case 'channelShuffle':
      return `channelShuffle ${String(op.groups)}`;
    case 'input':
    case 'fullyConnected':
    case 'batchNorm':
    case 'globalAveragePool':
    case 'add':
    case 'scale':
    case 'concat':
    case 'flatten':
    case 'dropout':
      return op.kind;
  }
}

function describeConv(op: Op<'conv'>, inChannels: number): string {
  const window = op.kernel.join('x');
  const stride = op.stride === 1 ? '' : ` /${String(op.stride)}`;
  const flavour = convFlavour(op, inChannels);
  const groups = flavour === 'grouped' || flavour === 'groupedPointwise' ? ` g=${String(op.groups)}` : '';
  return `${flavour === 'depthwise' ? 'depthwise' : 'conv'} ${window}${stride}${groups}`;
}

function figures(cost: Pick<LayerCost, 'params' | 'macs' | 'memoryAccess'>): readonly string[] {
  return [grouped(cost.params), grouped(cost.macs), grouped(cost.memoryAccess)];
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** Aligns text columns left and figure columns right. */
function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
