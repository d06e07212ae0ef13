import type { Graph, Node } from '../graph';
import type { ActivationFunction, Shape } from '../op';
import { shapeText } from '../op';
import { costOf } from './cost';
import type { FileColumn, SheetRow } from './spreadsheet';
import { sheetRows } from './spreadsheet';

/** One inverted residual as the tables of MobileNet V2 and V3 print it, read from the graph. Widths are channels. */
export type Bottleneck = {
  /** Its path: `stage2.block1`, `block4`. */
  readonly id: string;
  readonly input: Shape;
  readonly output: Shape;
  readonly kernel: number;
  readonly stride: number;
  readonly expandedChannels: number;
  /** expandedChannels / input channels: the paper's t. */
  readonly expansion: number;
  /** False where the depthwise convolution reads the input directly. */
  readonly hasExpansion: boolean;
  /** Whether the input is added to the result. */
  readonly hasShortcut: boolean;
  /** Width of the squeezed vector; undefined without squeeze-and-excite. */
  readonly squeezeChannels: number | undefined;
  readonly activation: ActivationFunction | undefined;
  readonly params: number;
  readonly macs: number;
};

/** The columns of inverted residuals in files; tables on the page show some of them. */
export const bottleneckColumns = {
  block: { file: 'block', value: ({ id }) => id },
  input: { file: 'input', value: ({ input }) => shapeText(input) },
  output: { file: 'output', value: ({ output }) => shapeText(output) },
  kernel: { file: 'kernel', value: ({ kernel }) => kernel },
  stride: { file: 'stride', value: ({ stride }) => stride },
  expandedChannels: { file: 'expanded channels', value: ({ expandedChannels }) => expandedChannels },
  shortcut: { file: 'shortcut', value: ({ hasShortcut }) => (hasShortcut ? 'yes' : 'no') },
  squeezeChannels: { file: 'squeezed channels', value: ({ squeezeChannels }) => squeezeChannels },
  activation: { file: 'activation', value: ({ activation }) => activation },
  params: { file: 'params', value: ({ params }) => params },
  macs: { file: 'MACs', value: ({ macs }) => macs },
} as const satisfies Readonly<Record<string, FileColumn<Bottleneck>>>;

/** Inverted residuals as rows of a file. */
export function bottleneckRows(blocks: readonly Bottleneck[]): readonly SheetRow[] {
  return sheetRows(Object.values(bottleneckColumns), blocks);
}

/** The inverted residuals of a network in order: each `ID` with an `ID.depthwise.conv` and an `ID.project.norm`. */
export function bottlenecksOf(graph: Graph): readonly Bottleneck[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const { layers } = costOf(graph);
  return graph.nodes.flatMap((node): readonly Bottleneck[] => {
    const id = node.id.endsWith(depthwiseSuffix) ? node.id.slice(0, -depthwiseSuffix.length) : undefined;
    const projected = id === undefined ? undefined : nodes.get(`${id}.project.norm`);
    const [read] = node.inputs;
    if (id === undefined || projected === undefined || read === undefined || node.op.kind !== 'conv') return [];
    const expand = nodes.get(`${id}.expand.conv`);
    const input = expand?.inputs[0] ?? read;
    const own = layers.filter((layer) => layer.node.id.startsWith(`${id}.`));
    return [
      {
        id,
        input: input.shape,
        output: projected.shape,
        kernel: node.op.kernel[0],
        stride: node.op.stride,
        expandedChannels: node.shape.channels,
        expansion: node.shape.channels / input.shape.channels,
        hasExpansion: expand !== undefined,
        hasShortcut: nodes.has(`${id}.add`),
        squeezeChannels: nodes.get(`${id}.squeezeExcite.reduce.conv`)?.shape.channels,
        activation: functionOf(nodes.get(`${id}.depthwise.activation`)),
        params: own.reduce((total, layer) => total + layer.params, 0),
        macs: own.reduce((total, layer) => total + layer.macs, 0),
      },
    ];
  });
}

const depthwiseSuffix = '.depthwise.conv';

function functionOf(node: Node | undefined): ActivationFunction | undefined {
  return node?.op.kind === 'activation' ? node.op.function : undefined;
}
