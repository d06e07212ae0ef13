import type { Graph, Node } from '../../nets/graph';
import { inputOf } from '../../nets/graph';
import type { Shape } from '../../nets/op';

/** A tensor of a block as a bar, `at` px from the first and `half` px to both sides of the axis, to the scale of its channels. */
export type ProfileTensor = { readonly id: string; readonly shape: Shape; readonly at: number; readonly half: number };

/** A convolution between two tensors, as a trapezium between their bars. */
export type ProfileConv = { readonly node: Node; readonly at: number; readonly path: string };

/** The widths along a block: narrow, wide, narrow for an inverted residual. */
export type WidthProfile = {
  readonly tensors: readonly ProfileTensor[];
  readonly convs: readonly ProfileConv[];
  /** The ends of the shortcut, and the convolution on it, if any; undefined without a shortcut. */
  readonly shortcut:
    { readonly from: ProfileTensor; readonly to: ProfileTensor; readonly conv: Node | undefined } | undefined;
};

export type WidthProfileOptions = {
  /** Px between two tensors. */
  readonly step: number;
  /** Half the bar of `maxChannels`, px; profiles to be compared share one scale. */
  readonly half: number;
  readonly maxChannels: number;
};

/** Half the thickness of a tensor's bar, px. */
export const barHalf = 4;

/** Lays out the main path of a block with at most one shortcut from left to right. */
export function widthProfileOf(graph: Graph, { step, half, maxChannels }: WidthProfileOptions): WidthProfile {
  const join = graph.nodes.find((node) => node.op.kind === 'add');
  const convs = mainPath(join === undefined ? graph.output : longest(join.inputs));
  const halfOf = ({ channels }: Shape): number => Math.max(1, (channels / maxChannels) * half);
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

/** The convolutions on the path to `node` that follows first inputs, in execution order. */
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
  throw new RangeError('widthProfile: a sum has no terms (got none, wanted two)');
}

function trapezium(from: ProfileTensor, to: ProfileTensor): string {
  const [left, right] = [from.at + barHalf + 2, to.at - barHalf - 2];
  return `M${left},${-from.half}L${right},${-to.half}L${right},${to.half}L${left},${from.half}Z`;
}
