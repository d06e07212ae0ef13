import { activation, add, conv, input } from '../build';
import type { Graph, Node } from '../graph';
import { graphOf } from '../graph';
import type { FragmentStructure } from '../papers/shuffleNetV2';

/** Repeats of the block, and height and width of the map; the paper uses 10 blocks at 56 x 56. */
export type StackSize = { readonly blocks?: number; readonly resolution?: number };

/**
 * Guideline 1's benchmark: blocks of two 1x1 convolutions, from `first` to `second` channels and back. At a constant
 * product of the two widths the MACs stay the same and the memory access changes. arXiv:1807.11164, section 2, Table 1.
 */
export function widthStack({
  first,
  second,
  ...size
}: StackSize & { readonly first: number; readonly second: number }): Graph {
  return stackOf(first, size, (id, from) => {
    const there = conv(`${id}.there`, from, { outChannels: second, kernel: 1 });
    return conv(`${id}.back`, there, { outChannels: first, kernel: 1 });
  });
}

/** Guideline 2's benchmark: grouped 1x1 convolutions from `channels` to `channels`. arXiv:1807.11164, section 2, Table 2. */
export function groupStack({
  channels,
  groups,
  ...size
}: StackSize & { readonly channels: number; readonly groups: number }): Graph {
  return stackOf(channels, size, (id, from) => conv(`${id}.conv`, from, { outChannels: channels, kernel: 1, groups }));
}

/**
 * Guideline 3's benchmark: one, two or four 1x1 convolutions per block, in series or in parallel. `channels` is the width of
 * the single convolution; the others have the width that keeps the MACs, rounded down. arXiv:1807.11164, section 2, Table 3.
 * The text does not say how parallel convolutions are joined (it refers to a drawing); here they are added.
 */
export function fragmentStack({
  channels,
  structure,
  ...size
}: StackSize & { readonly channels: number; readonly structure: FragmentStructure }): Graph {
  const { count, parallel } = fragmentsOf[structure];
  const width = fragmentWidth(channels, structure);
  return stackOf(width, size, (id, from) => {
    if (count === 1) return conv(`${id}.conv`, from, { outChannels: width, kernel: 1 });
    const names = Array.from({ length: count }, (_, index) => `${id}.conv${String(index + 1)}`);
    if (!parallel) return names.reduce((flow, name) => conv(name, flow, { outChannels: width, kernel: 1 }), from);
    return add(
      `${id}.add`,
      names.map((name) => conv(name, from, { outChannels: width, kernel: 1 })),
    );
  });
}

/** The convolutions of a structure, and whether they are parallel. */
const fragmentsOf: Readonly<Record<FragmentStructure, { readonly count: 1 | 2 | 4; readonly parallel: boolean }>> = {
  one: { count: 1, parallel: false },
  twoInSeries: { count: 2, parallel: false },
  fourInSeries: { count: 4, parallel: false },
  twoInParallel: { count: 2, parallel: true },
  fourInParallel: { count: 4, parallel: true },
};

/** The width at which `structure` has the MACs of a single 1x1 convolution of `channels`, rounded down. */
export function fragmentWidth(channels: number, structure: FragmentStructure): number {
  return Math.floor(channels / Math.sqrt(fragmentsOf[structure].count));
}

/**
 * Guideline 4's benchmark: ResNet's bottleneck (1x1, 3x3, 1x1), with or without its ReLUs and its shortcut.
 * arXiv:1807.11164, section 2, Table 4. The paper prints neither the inner width nor the map size; these are ResNet's
 * quarter of `channels` and the other guidelines' 56 x 56.
 */
export function elementWiseStack({
  channels,
  relu,
  shortcut,
  ...size
}: StackSize & { readonly channels: number; readonly relu: boolean; readonly shortcut: boolean }): Graph {
  const inner = Math.floor(channels / 4);
  const maybeRelu = (id: string, from: Node): Node => (relu ? activation(`${id}.relu`, from, 'relu') : from);
  return stackOf(channels, size, (id, from) => {
    const reduced = maybeRelu(`${id}.reduce`, conv(`${id}.reduce.conv`, from, { outChannels: inner, kernel: 1 }));
    const spatial = maybeRelu(`${id}.spatial`, conv(`${id}.spatial.conv`, reduced, { outChannels: inner, kernel: 3 }));
    const widened = conv(`${id}.widen.conv`, spatial, { outChannels: channels, kernel: 1 });
    return maybeRelu(id, shortcut ? add(`${id}.add`, [from, widened]) : widened);
  });
}

/** Repeats `block` on a square map of `channels`. */
function stackOf(
  channels: number,
  { blocks = 10, resolution = 56 }: StackSize,
  block: (id: string, from: Node) => Node,
): Graph {
  let flow = input({ height: resolution, width: resolution, channels });
  for (let index = 1; index <= blocks; index += 1) flow = block(`block${String(index)}`, flow);
  return graphOf(flow);
}
