import type { ActivationFunction, Op, Padding, Shape } from './op';
import { shapeText } from './op';
import type { Node } from './graph';
import { GraphError } from './graph';

/**
 * How a window treats the border. `symmetric` (the default) adds (kernel - 1) / 2 on every side, PyTorch's habit;
 * `same` is TensorFlow's: the output is ceil(input / stride) and an odd row or column goes to the bottom and right;
 * `valid` adds nothing.
 */
export type PaddingRule = 'symmetric' | 'same' | 'valid' | Padding;

/** Attributes of a convolution, with the field's usual defaults. */
export type ConvOptions = {
  readonly outChannels: number;
  /** Side of a square window, or height and width. */
  readonly kernel: number | readonly [number, number];
  readonly stride?: number;
  readonly padding?: PaddingRule;
  readonly groups?: number;
  readonly bias?: boolean;
};

/** Attributes of a pooling window. `ceilMode` also keeps a last window that hangs over the border. */
export type PoolOptions = {
  readonly kernel: number;
  readonly stride: number;
  readonly padding?: PaddingRule;
  readonly ceilMode?: boolean;
};

/** The input of a graph: a tensor of height x width x channels. */
export function input(shape: Shape, id = 'input'): Node {
  for (const [name, value] of Object.entries(shape)) requireCount(id, name, value);
  return { id, op: { kind: 'input' }, inputs: [], shape };
}

/** Convolution: h x w x c to h' x w' x outChannels. Both channel counts must divide by `groups`. */
export function conv(id: string, from: Node, options: ConvOptions): Node {
  const { outChannels, stride = 1, groups = 1, bias = false } = options;
  const kernel = typeof options.kernel === 'number' ? ([options.kernel, options.kernel] as const) : options.kernel;
  requireCount(id, 'outChannels', outChannels);
  requireCount(id, 'groups', groups);
  requireDivisible(id, from.shape.channels, groups);
  requireDivisible(id, outChannels, groups);
  const padding = paddingOf(id, options.padding ?? 'symmetric', from.shape, kernel, stride);
  const map = mapSizeOf(id, from.shape, kernel, stride, padding);
  const op: Op<'conv'> = { kind: 'conv', outChannels, kernel, stride, padding, groups, bias };
  return { id, op, inputs: [from], shape: { ...map, channels: outChannels } };
}

/** Filters every channel on its own: a convolution with as many groups as channels. */
export function depthwiseConv(id: string, from: Node, options: Omit<ConvOptions, 'outChannels' | 'groups'>): Node {
  return conv(id, from, { ...options, outChannels: from.shape.channels, groups: from.shape.channels });
}

/** Fully connected layer: 1 x 1 x c to 1 x 1 x outFeatures. */
export function fullyConnected(id: string, from: Node, outFeatures: number, bias = true): Node {
  requireCount(id, 'outFeatures', outFeatures);
  if (from.shape.height !== 1 || from.shape.width !== 1) {
    throw new GraphError(
      `${id}: fully connected reads a vector; pool or flatten first (got ${shapeText(from.shape)}, wanted 1x1xc)`,
    );
  }
  return {
    id,
    op: { kind: 'fullyConnected', outFeatures, bias },
    inputs: [from],
    shape: { height: 1, width: 1, channels: outFeatures },
  };
}

/** Batch normalisation; PyTorch's epsilon unless the reference implementation uses another. */
export function batchNorm(id: string, from: Node, epsilon = 1e-5): Node {
  return { id, op: { kind: 'batchNorm', epsilon }, inputs: [from], shape: from.shape };
}

/** Element-wise activation. */
export function activation(id: string, from: Node, fn: ActivationFunction): Node {
  return { id, op: { kind: 'activation', function: fn }, inputs: [from], shape: from.shape };
}

/** Maximum over a sliding window. */
export function maxPool(id: string, from: Node, options: PoolOptions): Node {
  const { padding, map } = poolWindow(id, from.shape, options);
  const op: Op<'maxPool'> = { kind: 'maxPool', kernel: options.kernel, stride: options.stride, padding };
  return { id, op, inputs: [from], shape: { ...map, channels: from.shape.channels } };
}

/** Mean over a sliding window; padded zeros count. */
export function averagePool(id: string, from: Node, options: PoolOptions): Node {
  const { padding, map } = poolWindow(id, from.shape, options);
  const op: Op<'averagePool'> = { kind: 'averagePool', kernel: options.kernel, stride: options.stride, padding };
  return { id, op, inputs: [from], shape: { ...map, channels: from.shape.channels } };
}

/** Mean of every channel: h x w x c to 1 x 1 x c. */
export function globalAveragePool(id: string, from: Node): Node {
  return {
    id,
    op: { kind: 'globalAveragePool' },
    inputs: [from],
    shape: { height: 1, width: 1, channels: from.shape.channels },
  };
}

/** Element-wise sum of two or more tensors of the same shape. */
export function add(id: string, terms: readonly Node[]): Node {
  const first = requireTwo(id, 'add', terms);
  for (const term of terms) {
    if (shapeText(term.shape) !== shapeText(first.shape)) {
      throw new GraphError(
        `${id}: add needs equal shapes (got ${shapeText(term.shape)}, wanted ${shapeText(first.shape)})`,
      );
    }
  }
  return { id, op: { kind: 'add' }, inputs: terms, shape: first.shape };
}

/** Multiplies a map by a gate of 1 x 1 x c. */
export function scale(id: string, map: Node, gate: Node): Node {
  const wanted = shapeText({ height: 1, width: 1, channels: map.shape.channels });
  if (shapeText(gate.shape) !== wanted) {
    throw new GraphError(`${id}: gate does not fit the map (got ${shapeText(gate.shape)}, wanted ${wanted})`);
  }
  return { id, op: { kind: 'scale' }, inputs: [map, gate], shape: map.shape };
}

/** Joins the channels of two or more maps of the same height and width. */
export function concat(id: string, parts: readonly Node[]): Node {
  const first = requireTwo(id, 'concat', parts);
  const { height, width } = first.shape;
  for (const part of parts) {
    if (part.shape.height !== height || part.shape.width !== width) {
      throw new GraphError(
        `${id}: concat needs maps of one size (got ${shapeText(part.shape)}, wanted ${String(height)}x${String(width)}xc)`,
      );
    }
  }
  const channels = parts.reduce((sum, part) => sum + part.shape.channels, 0);
  return { id, op: { kind: 'concat' }, inputs: parts, shape: { height, width, channels } };
}

/** Channels `from` (inclusive) to `to` (exclusive). */
export function channelSlice(id: string, source: Node, from: number, to: number): Node {
  const { channels } = source.shape;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to || to > channels) {
    throw new GraphError(
      `${id}: slice lies outside the channels (got ${String(from)} to ${String(to)}, wanted within 0 to ${String(channels)})`,
    );
  }
  return {
    id,
    op: { kind: 'channelSlice', from, to },
    inputs: [source],
    shape: { ...source.shape, channels: to - from },
  };
}

/** Channel shuffle over `groups` groups (ShuffleNet, section 3.1). */
export function channelShuffle(id: string, from: Node, groups: number): Node {
  requireCount(id, 'groups', groups);
  requireDivisible(id, from.shape.channels, groups);
  return { id, op: { kind: 'channelShuffle', groups }, inputs: [from], shape: from.shape };
}

/** Flattens a map into a vector, channel by channel: h x w x c to 1 x 1 x hwc. */
export function flatten(id: string, from: Node): Node {
  const { height, width, channels } = from.shape;
  return {
    id,
    op: { kind: 'flatten' },
    inputs: [from],
    shape: { height: 1, width: 1, channels: height * width * channels },
  };
}

/** Dropout; does nothing outside training. */
export function dropout(id: string, from: Node, probability: number): Node {
  return { id, op: { kind: 'dropout', probability }, inputs: [from], shape: from.shape };
}

function poolWindow(id: string, shape: Shape, options: PoolOptions): { padding: Padding; map: MapSize } {
  const kernel = [options.kernel, options.kernel] as const;
  const resolved = paddingOf(id, options.padding ?? 'valid', shape, kernel, options.stride);
  const padding = options.ceilMode === true ? paddingToCeil(resolved, shape, options) : resolved;
  return { padding, map: mapSizeOf(id, shape, kernel, options.stride, padding) };
}

/** Ceil mode only pads more at the bottom and right, so the op needs no mode. */
function paddingToCeil(padding: Padding, shape: Shape, { kernel, stride }: PoolOptions): Padding {
  const missing = (size: number, before: number, after: number): number => {
    const rest = (size + before + after - kernel) % stride;
    return rest === 0 ? after : after + stride - rest;
  };
  return {
    ...padding,
    bottom: missing(shape.height, padding.top, padding.bottom),
    right: missing(shape.width, padding.left, padding.right),
  };
}

/** The rows and columns that a padding rule adds on each side of a map. `id` names the node in errors. */
export function paddingOf(
  id: string,
  rule: PaddingRule,
  shape: Shape,
  kernel: readonly [number, number],
  stride: number,
): Padding {
  requireCount(id, 'stride', stride);
  requireCount(id, 'kernel', kernel[0]);
  requireCount(id, 'kernel', kernel[1]);
  if (typeof rule === 'object') return rule;
  if (rule === 'valid') return { top: 0, bottom: 0, left: 0, right: 0 };
  if (rule === 'symmetric') {
    const vertical = Math.floor((kernel[0] - 1) / 2);
    const horizontal = Math.floor((kernel[1] - 1) / 2);
    return { top: vertical, bottom: vertical, left: horizontal, right: horizontal };
  }
  const total = (size: number, window: number): number =>
    Math.max((Math.ceil(size / stride) - 1) * stride + window - size, 0);
  const rows = total(shape.height, kernel[0]);
  const columns = total(shape.width, kernel[1]);
  return {
    top: Math.floor(rows / 2),
    bottom: Math.ceil(rows / 2),
    left: Math.floor(columns / 2),
    right: Math.ceil(columns / 2),
  };
}

type MapSize = { readonly height: number; readonly width: number };

/** The output map of a sliding window. */
function mapSizeOf(
  id: string,
  shape: Shape,
  kernel: readonly [number, number],
  stride: number,
  padding: Padding,
): MapSize {
  const height = shape.height + padding.top + padding.bottom;
  const width = shape.width + padding.left + padding.right;
  if (height < kernel[0] || width < kernel[1]) {
    throw new GraphError(
      `${id}: ${String(kernel[0])}x${String(kernel[1])} window is larger than its padded map; use a larger resolution (got ${String(height)}x${String(width)})`,
    );
  }
  return { height: Math.floor((height - kernel[0]) / stride) + 1, width: Math.floor((width - kernel[1]) / stride) + 1 };
}

function requireCount(id: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new GraphError(`${id}: ${name} is not a positive whole number (got ${String(value)})`);
  }
}

function requireDivisible(id: string, channels: number, groups: number): void {
  if (channels % groups !== 0) {
    throw new GraphError(`${id}: ${String(channels)} channels do not divide into ${String(groups)} groups`);
  }
}

function requireTwo(id: string, what: string, nodes: readonly Node[]): Node {
  const [first] = nodes;
  if (first === undefined || nodes.length < 2)
    throw new GraphError(`${id}: ${what} needs two inputs or more (got ${String(nodes.length)})`);
  return first;
}
