import type { Graph, Node } from '../graph';

/** A stretch of a network: a stage, or neighbouring blocks of one map size where there are too many to list. */
export type Part = {
  /** The first segment of its nodes' ids: `stage2`. */
  readonly name: string;
  /** That of its last nodes, the same where it is one stage. */
  readonly lastName: string;
  /** In the order in which they run. */
  readonly nodes: readonly Node[];
};

/** More are not seen at a glance. */
const maxParts = 13;

/** A network in about ten parts, in the order in which they run. */
export function partsOf({ nodes }: Pick<Graph, 'nodes'>): readonly Part[] {
  const stages = runsOf(nodes, (node) => nameOf(node));
  if (stages.length <= maxParts) return stages.map(partOf);
  const heightOf = (run: readonly Node[]): number => run.at(-1)?.shape.height ?? 0;
  return runsOf(stages, (run) => `${String(run[0]?.op.kind === 'input')} ${String(heightOf(run))}`).map((runs) =>
    partOf(runs.flat()),
  );
}

function partOf(nodes: readonly Node[]): Part {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return { name: first === undefined ? '' : nameOf(first), lastName: last === undefined ? '' : nameOf(last), nodes };
}

function nameOf({ id }: Node): string {
  return id.split('.')[0] ?? id;
}

/** Neighbours with the same key, together. */
function runsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let last: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}
