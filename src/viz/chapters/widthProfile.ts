import type { Graph, Node } from '../../nets/graph';
import { inputOf } from '../../nets/graph';
import type { Shape } from '../../nets/op';

/** A tensor on the way through a block, as a bar whose length is to the scale of its channels. Px, centred on 0. */
export type ProfileTensor = { readonly id: string; readonly shape: Shape; readonly at: number; readonly half: number };

/** A convolution between two tensors, as the outline of the trapezium between their bars. */
export type ProfileConv = { readonly node: Node; readonly at: number; readonly path: string };

/** A block as its widths along the way: what makes it wide, narrow, wide or the reverse. */
export type WidthProfile = {
  readonly tensors: readonly ProfileTensor[];
  readonly convs: readonly ProfileConv[];
  /** Between which two tensors the shortcut runs, and the convolution on it, if any; undefined without a shortcut. */
  readonly shortcut:
    { readonly from: ProfileTensor; readonly to: ProfileTensor; readonly conv: Node | undefined } | undefined;
};

export type WidthProfileOptions = {
  /** Px between two tensors. */
  readonly step: number;
  /** Px for half a bar of `mostChannels`; one scale for all profiles that are to be compared. */
  readonly half: number;
  readonly mostChannels: number;
};

/** Half of the thickness of a tensor's bar, px. */
export const barHalf = 4;

/** The main path of a block with at most one shortcut, laid out from left to right with the first tensor at 0. */
export function widthProfileOf(graph: Graph, { step, half, mostChannels }: WidthProfileOptions): WidthProfile {
  const join = graph.nodes.find((node) => node.op.kind === 'add');
  const convs = mainPath(join === undefined ? graph.output : longest(join.inputs));
  const halfOf = ({ channels }: Shape): number => Math.max(1, (channels / mostChannels) * half);
  const shapes = [graph.input.shape, ...convs.map(({ shape }) => shape)];
  const tensors = shapes.map((shape, index) => ({
    id: index === 0 ? graph.input.id : (convs[index - 1]?.id ?? ''),
    shape,
    at: index * step,
    half: halfOf(shape),
  }));
  const drawn = convs.flatMap((node, index): readonly ProfileConv[] => {
    const [from, to] = [tensors[index], tensors[index + 1]];
    if (from === undefined || to === undefined) return [];
    return [{ node, at: (from.at + to.at) / 2, path: trapezium(from, to) }];
  });
  const [first, last] = [tensors[0], tensors.at(-1)];
  const shortcut =
    join === undefined || first === undefined || last === undefined
      ? undefined
      : { from: first, to: last, conv: mainPath(shortest(join.inputs))[0] };
  return { tensors, convs: drawn, shortcut };
}

/** The convolutions that lead to `node`, first to last, by each node's first input. */
function mainPath(node: Node): readonly Node[] {
  const convs: Node[] = [];
  for (let at = node; at.op.kind !== 'input'; at = inputOf(at)) if (at.op.kind === 'conv') convs.unshift(at);
  return convs;
}

function longest(nodes: readonly Node[]): Node {
  return byLength(nodes).at(-1) ?? impossible();
}

function shortest(nodes: readonly Node[]): Node {
  return byLength(nodes)[0] ?? impossible();
}

function byLength(nodes: readonly Node[]): readonly Node[] {
  return [...nodes].sort((a, b) => mainPath(a).length - mainPath(b).length);
}

function impossible(): never {
  throw new RangeError('widthProfile: a sum without terms (wanted two)');
}

function trapezium(from: ProfileTensor, to: ProfileTensor): string {
  const [left, right] = [from.at + barHalf + 2, to.at - barHalf - 2];
  return `M${left},${-from.half}L${right},${-to.half}L${right},${to.half}L${left},${from.half}Z`;
}
