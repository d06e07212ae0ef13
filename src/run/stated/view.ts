import type { Size, StatedNode } from './statedGraph';
import { statedNode } from './statedNode';

/**
 * Part of an axis of a tensor: `size` steps of `stride` along the height, width, channels or batch of a map. Channels
 * that are split into groups are two factors.
 */
export type Factor = { readonly of: Direction; readonly size: Size; readonly stride: number };

type Direction = 'batch' | 'channels' | 'height' | 'width';

/**
 * A tensor of a file as a value and its axes, each a product of factors of one size or more. Transposing and reshaping
 * only change the axes, so maps of either layout, flattened maps and shuffled channels need no ops of their own until
 * something reads them.
 */
export type View = { readonly node: StatedNode; readonly axes: readonly Axis[] };

export type Axis = readonly Factor[];

// The most that any converter writes is 6, for a shuffle of channels in blocks.
const maxAxes = 16;

/** The axes of an image in the two usual layouts. */
export type Layout = 'channelsFirst' | 'channelsLast';

const directions = {
  channelsFirst: ['batch', 'channels', 'height', 'width'],
  channelsLast: ['batch', 'height', 'width', 'channels'],
} as const;

/** A map as a tensor of four axes. `batch` is the number of images where the file fixes it to more than one. */
export function mapView(node: StatedNode, layout: Layout, batch: Size = 1): View {
  const sizes = { ...node.shape, batch };
  return { node, axes: directions[layout].map((direction) => axisOf(direction, sizes[direction])) };
}

/** A vector as a tensor of two axes. */
export function vectorView(node: StatedNode, batch: Size = 1): View {
  return { node, axes: [axisOf('batch', batch), axisOf('channels', node.shape.channels)] };
}

function axisOf(of: Direction, size: Size): Axis {
  return size === 1 ? [] : [{ of, size, stride: 1 }];
}

/** The sizes of a view's axes; null where open. */
export function sizesOf({ axes }: View): readonly Size[] {
  return axes.map((axis) =>
    axis.reduce<Size>((total, { size }) => (total === null || size === null ? null : total * size), 1),
  );
}

/** The view with its axes in another order, undefined if that is no order of them. */
export function transposed({ node, axes }: View, order: readonly number[]): View | undefined {
  const sorted = order.toSorted((a, b) => a - b);
  if (order.length !== axes.length || sorted.some((axis, index) => axis !== index)) return undefined;
  return { node, axes: order.map((axis) => axes[axis] ?? []) };
}

/**
 * The view with other axes of the same values in the same order. One size may be null or negative, which stands for what
 * is left; undefined if the factors cannot be shared out so.
 */
export function reshaped({ node, axes }: View, sizes: readonly Size[]): View | undefined {
  if (sizes.length > maxAxes) return undefined;
  let rest: readonly Factor[] = axes.flat();
  const open = sizes.findIndex((size) => size === null || size < 0);
  const front = open === -1 ? sizes : sizes.slice(0, open);
  const back = open === -1 ? [] : sizes.slice(open + 1);
  const before: Axis[] = [];
  for (const size of front) {
    const taken = takeFirst(rest, size);
    if (taken === undefined) return undefined;
    before.push(taken.axis);
    rest = taken.rest;
  }
  const after: Axis[] = [];
  for (const size of back.toReversed()) {
    const taken = takeLast(rest, size);
    if (taken === undefined) return undefined;
    after.unshift(taken.axis);
    rest = taken.rest;
  }
  if (open === -1) return rest.length === 0 ? { node, axes: before } : undefined;
  return { node, axes: [...before, joined(rest), ...after] };
}

type Taken = { readonly axis: Axis; readonly rest: readonly Factor[] };

/** An axis of `size` from the outermost factors. */
function takeFirst(factors: readonly Factor[], size: Size): Taken | undefined {
  if (size === null || size < 0)
    return factors[0]?.size === null ? { axis: factors.slice(0, 1), rest: factors.slice(1) } : undefined;
  const axis: Factor[] = [];
  let left = size;
  let rest = factors;
  while (left !== 1) {
    const [factor, ...others] = rest;
    if (factor?.size === null || factor === undefined || left === 0) return undefined;
    if (left % factor.size === 0) {
      axis.push(factor);
      left /= factor.size;
      rest = others;
    } else if (factor.size % left === 0) {
      const inner = factor.size / left;
      axis.push({ ...factor, size: left, stride: factor.stride * inner });
      rest = [{ ...factor, size: inner }, ...others];
      left = 1;
    } else return undefined;
  }
  return { axis: joined(axis), rest };
}

/** An axis of `size` from the innermost factors. */
function takeLast(factors: readonly Factor[], size: Size): Taken | undefined {
  if (size === null || size < 0)
    return factors.at(-1)?.size === null ? { axis: factors.slice(-1), rest: factors.slice(0, -1) } : undefined;
  const axis: Factor[] = [];
  let left = size;
  let rest = factors;
  while (left !== 1) {
    const factor = rest.at(-1);
    if (factor === undefined || factor.size === null || left === 0) return undefined;
    if (left % factor.size === 0) {
      axis.unshift(factor);
      left /= factor.size;
      rest = rest.slice(0, -1);
    } else if (factor.size % left === 0) {
      axis.unshift({ ...factor, size: left });
      rest = [...rest.slice(0, -1), { ...factor, size: factor.size / left, stride: factor.stride * left }];
      left = 1;
    } else return undefined;
  }
  return { axis: joined(axis), rest };
}

/** Neighbouring factors that are one after all. */
function joined(factors: readonly Factor[]): Axis {
  const axis: Factor[] = [];
  for (const factor of factors) {
    const last = axis.at(-1);
    const isNext = last?.of === factor.of && factor.size !== null && last.stride === factor.stride * factor.size;
    if (last === undefined || last.size === null || !isNext) axis.push(factor);
    else axis[axis.length - 1] = { of: factor.of, size: last.size * factor.size, stride: factor.stride };
  }
  return axis;
}

/** Whether two views have the same axes. */
export function isSameLayout(a: View, b: View): boolean {
  return a.axes.length === b.axes.length && a.axes.every((axis, index) => isSameAxis(axis, b.axes[index] ?? []));
}

export function isSameAxis(a: Axis, b: Axis): boolean {
  return (
    a.length === b.length &&
    a.every(({ of, size, stride }, index) => {
      const other = b[index];
      return other?.of === of && other.stride === stride && other.size === size;
    })
  );
}

/**
 * The map that a view shows in this layout, its channels shuffled where the view has them in another order; undefined if
 * it shows anything else.
 */
export function mapOf(view: View, layout: Layout): StatedNode | undefined {
  if (view.axes.length !== 4) return undefined;
  const fits = directions[layout].every((direction, index) => {
    const axis = view.axes[index] ?? [];
    if (direction === 'channels') return axis.every(({ of }) => of === 'channels');
    return axis.length === 0 ? isOne(view.node, direction) : axis.length === 1 && axis[0]?.of === direction;
  });
  return fits ? withChannelsOf(view) : undefined;
}

function isOne({ shape }: StatedNode, direction: 'batch' | 'height' | 'width'): boolean {
  return direction === 'batch' || shape[direction] === 1;
}

/**
 * The value with its channels in the order of the view's axes, undefined if that is no shuffle. All that read one view
 * get one node.
 */
export function withChannelsOf(view: View): StatedNode | undefined {
  const known = shuffled.get(view);
  if (known !== undefined) return known;
  const node = orderedChannels(view);
  if (node !== undefined) shuffled.set(view, node);
  return node;
}

const shuffled = new WeakMap<View, StatedNode>();

function orderedChannels({ node, axes }: View): StatedNode | undefined {
  const factors = joined(axes.flat().filter(({ of }) => of === 'channels'));
  const [outer, inner, ...others] = factors;
  if (others.length > 0) return undefined;
  if (outer === undefined || (inner === undefined && outer.stride === 1)) return node;
  if (inner?.size === null || inner === undefined || outer.stride !== 1 || inner.stride !== outer.size)
    return undefined;
  return statedNode(node.name, { kind: 'channelShuffle', groups: inner.size }, [node]);
}

/** The vector that a view of two axes shows: flattened where it is a map. Undefined if it shows anything else. */
export function vectorOf({ node, axes }: View): StatedNode | undefined {
  const [batch = [], values = [], ...others] = axes;
  if (others.length > 0 || batch.some(({ of }) => of !== 'batch')) return undefined;
  const order = values.map(({ of }) => of).join(' ');
  const isWhole = values.every(({ stride }) => stride === 1);
  const { height, width } = node.shape;
  const map = ['height', 'width'].filter((direction) => (direction === 'height' ? height : width) !== 1);
  if (order === 'channels' || order === '') return map.length > 0 ? undefined : withChannelsOf({ node, axes });
  const flat = (which: Layout) => statedNode(node.name, { kind: 'flatten', order: which }, [node]);
  if (isWhole && order === ['channels', ...map].join(' ')) return flat('channelsFirst');
  return isWhole && order === [...map, 'channels'].join(' ') ? flat('channelsLast') : undefined;
}
