import { scaleLinear } from 'd3-scale';
import type { Graph, Node } from '../../nets/graph';
import { hasTrait, type Shape } from '../../nets/op';

/** A block of a network in a vertical stack, px: all nodes whose ids share their first path segment. */
export type StackedBlock = {
  readonly id: string;
  readonly shape: Shape;
  readonly kind: 'conv' | 'pool' | 'block';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A shortcut around a block, as a path at its right. */
export type StackedBypass = {
  readonly id: string;
  readonly kind: 'identity' | 'conv';
  readonly path: string;
  readonly labelAt: { readonly x: number; readonly y: number };
};

export type StageStack = {
  readonly blocks: readonly StackedBlock[];
  readonly bypasses: readonly StackedBypass[];
  readonly width: number;
  readonly height: number;
};

export type StageStackOptions = {
  readonly rowHeight: number;
  readonly gap: number;
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly margin: number;
};

/**
 * A whole network as a column of blocks from top to bottom, as wide as their outputs have channels, with the shortcuts that
 * end in a block's `add`.
 */
export function stageStackOf(
  graph: Graph,
  { rowHeight, gap, minWidth, maxWidth, margin }: StageStackOptions,
): StageStack {
  const outputs = blockOutputs(graph);
  const maxChannels = Math.max(...outputs.map(({ shape }) => shape.channels));
  const widthOf = scaleLinear([0, maxChannels], [minWidth, maxWidth]);
  const blocks = outputs.map((node, index): StackedBlock => {
    const width = widthOf(node.shape.channels);
    return {
      id: blockOf(node),
      shape: node.shape,
      kind: kindOf(graph, blockOf(node)),
      x: (maxWidth - width) / 2,
      y: index * (rowHeight + gap),
      width,
      height: rowHeight,
    };
  });
  const bypasses = blocks.flatMap((block): readonly StackedBypass[] => {
    if (!graph.nodes.some(({ id, op }) => op.kind === 'add' && id === `${block.id}.add`)) return [];
    const [top, bottom, edge, bulge] = [
      block.y - gap / 2,
      block.y + rowHeight + gap / 2,
      maxWidth / 2,
      maxWidth + margin / 2,
    ];
    const kind = graph.nodes.some(({ id }) => id.startsWith(`${block.id}.bypass.`)) ? 'conv' : 'identity';
    return [
      {
        id: block.id,
        kind,
        path: `M${edge},${top}H${bulge}V${bottom}H${edge}`,
        labelAt: { x: bulge, y: (top + bottom) / 2 },
      },
    ];
  });
  return { blocks, bypasses, width: maxWidth + margin, height: blocks.length * (rowHeight + gap) - gap };
}

/** The last node of every block, in execution order, without the input and ops that change nothing. */
function blockOutputs(graph: Graph): readonly Node[] {
  const last = new Map<string, Node>();
  for (const node of graph.nodes)
    if (node.op.kind !== 'input' && !hasTrait(node.op, 'isIdentity')) last.set(blockOf(node), node);
  return [...last.values()];
}

function blockOf(node: Node): string {
  return node.id.split('.', 1)[0] ?? node.id;
}

function kindOf(graph: Graph, block: string): StackedBlock['kind'] {
  const nodes = graph.nodes.filter((node) => blockOf(node) === block);
  const convs = nodes.filter(({ op }) => op.kind === 'conv');
  if (convs.length === 0) return 'pool';
  return convs.length === 1 ? 'conv' : 'block';
}
