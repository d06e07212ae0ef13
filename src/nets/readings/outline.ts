import type { Node } from '../graph';
import type { Shape } from '../op';
import { elementCount } from '../op';
import type { Cost, LayerCost } from './cost';

/** A stage, block or layer of a network with its total cost. Consecutive identical entries are merged into one. */
export type OutlineEntry = {
  /** The path of the first repeat. */
  readonly id: string;
  /** The last part of the path. */
  readonly name: string;
  /** How many entries are merged; the figures below are their sums. */
  readonly repeats: number;
  readonly lastId: string;
  readonly output: Shape;
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
  /** The largest output of any of its nodes, in elements. */
  readonly largestActivation: number;
  readonly children: readonly OutlineEntry[];
  /** The node of a single layer. */
  readonly node: Node | undefined;
};

/** The figures of an outline. */
export type OutlineFigure = 'params' | 'macs' | 'memoryAccess' | 'largestActivation';

/** The cost of a graph as a tree of its paths, in execution order, without the input. */
export function outlineOf(cost: Pick<Cost, 'layers'>): readonly OutlineEntry[] {
  return entriesOf(
    cost.layers.filter(({ node }) => node.op.kind !== 'input'),
    0,
    new Map(),
  );
}

/** The contents of each entry as text, cached for the entries around it. */
type Contents = Map<OutlineEntry, string>;

function entriesOf(layers: readonly LayerCost[], depth: number, contents: Contents): readonly OutlineEntry[] {
  return mergeRepeats(
    runsOf(layers, depth).map((run) => entryOf(run, depth, contents)),
    contents,
  );
}

/** Groups of layers that share the path up to `depth`; a block's layers are consecutive. */
function runsOf(layers: readonly LayerCost[], depth: number): readonly (readonly LayerCost[])[] {
  const runs = new Map<string, LayerCost[]>();
  for (const layer of layers) {
    const path = pathOf(layer.node, depth);
    const run = runs.get(path);
    if (run === undefined) runs.set(path, [layer]);
    else run.push(layer);
  }
  return [...runs.values()];
}

function entryOf(run: readonly LayerCost[], depth: number, contents: Contents): OutlineEntry {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('outline: empty run (wanted a layer)');
  const id = pathOf(first.node, depth);
  const sum = (figure: (layer: LayerCost) => number): number => run.reduce((total, layer) => total + figure(layer), 0);
  const isLayer = run.length === 1 && first.node.id === id;
  const entry: OutlineEntry = {
    id,
    lastId: id,
    name: id.split('.').at(-1) ?? id,
    repeats: 1,
    output: last.node.shape,
    params: sum(({ params }) => params),
    macs: sum(({ macs }) => macs),
    memoryAccess: sum(({ memoryAccess }) => memoryAccess),
    largestActivation: Math.max(...run.map(({ node }) => elementCount(node.shape))),
    children: isLayer ? [] : entriesOf(run, depth + 1, contents),
    node: isLayer ? first.node : undefined,
  };
  contents.set(entry, contentOf(entry, contents));
  return entry;
}

/** Merges neighbours with equal contents. */
function mergeRepeats(entries: readonly OutlineEntry[], contents: Contents): readonly OutlineEntry[] {
  const result: OutlineEntry[] = [];
  for (const entry of entries) {
    const before = result.at(-1);
    if (before !== undefined && before.children.length > 0 && contents.get(before) === contents.get(entry)) {
      const one = joined(before, entry);
      contents.set(one, contents.get(entry) ?? '');
      result[result.length - 1] = one;
    } else {
      result.push(entry);
    }
  }
  return result;
}

function joined(before: OutlineEntry, entry: OutlineEntry): OutlineEntry {
  return {
    ...before,
    repeats: before.repeats + 1,
    lastId: entry.id,
    params: before.params + entry.params,
    macs: before.macs + entry.macs,
    memoryAccess: before.memoryAccess + entry.memoryAccess,
  };
}

/** The ops, attributes and shapes of an entry's layers, without their paths. */
function contentOf(entry: OutlineEntry, contents: Contents): string {
  const { name, node, children } = entry;
  if (node !== undefined) return JSON.stringify([name, node.op, node.shape, node.inputs.map(({ shape }) => shape)]);
  return children.map((child) => `${child.name}x${String(child.repeats)}(${contents.get(child) ?? ''})`).join(';');
}

function pathOf(node: Node, depth: number): string {
  return node.id
    .split('.')
    .slice(0, depth + 1)
    .join('.');
}
