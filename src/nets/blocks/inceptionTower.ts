import { averagePool, channelSlice, concat } from '../build';
import type { Node } from '../graph';
import { convNorm } from './convNorm';

/**
 * From an Inception module to a separable convolution in the four steps of the Xception paper (arXiv:1610.02357, section
 * 1.1, figures 1 to 4). Every function reads a map of h x w x c and keeps h and w.
 */

/** Figure 1: towers of a 1x1 and zero, one or two 3x3 convolutions, and one that pools first. */
export function inceptionModule(id: string, from: Node, options: { readonly towerChannels: number }): Node {
  const { towerChannels } = options;
  const pointwise = (name: string, input: Node): Node => unit(`${id}.${name}`, input, towerChannels, 1);
  const spatial = (name: string, input: Node): Node => unit(`${id}.${name}`, input, towerChannels, 3);
  const pooled = averagePool(`${id}.tower1.pool`, from, { kernel: 3, stride: 1, padding: 'symmetric' });
  return concat(`${id}.concat`, [
    pointwise('tower1.conv1x1', pooled),
    pointwise('tower2.conv1x1', from),
    spatial('tower3.conv3x3', pointwise('tower3.conv1x1', from)),
    spatial('tower4.conv3x3b', spatial('tower4.conv3x3a', pointwise('tower4.conv1x1', from))),
  ]);
}

/** Figure 2, simplified: every tower is a 1x1 and a 3x3 convolution. */
export function simplifiedInception(
  id: string,
  from: Node,
  options: { readonly towers: number; readonly towerChannels: number },
): Node {
  const towers = indices(options.towers).map((tower) => {
    const mixed = unit(`${id}.tower${String(tower)}.conv1x1`, from, options.towerChannels, 1);
    return unit(`${id}.tower${String(tower)}.conv3x3`, mixed, options.towerChannels, 3);
  });
  return concat(`${id}.concat`, towers);
}

/**
 * Figure 3: one shared 1x1 convolution, its channels split into segments, a 3x3 convolution for each. The 1x1 convolutions
 * of figure 2 all read the same input, so merging them keeps the function and the cost.
 */
export function sharedPointwiseInception(
  id: string,
  from: Node,
  options: { readonly segments: number; readonly segmentChannels: number },
): Node {
  const { segments, segmentChannels } = options;
  const mixed = unit(`${id}.conv1x1`, from, segments * segmentChannels, 1);
  const parts = indices(segments).map((segment) => {
    const start = (segment - 1) * segmentChannels;
    const slice = channelSlice(`${id}.segment${String(segment)}.slice`, mixed, start, start + segmentChannels);
    return unit(`${id}.segment${String(segment)}.conv3x3`, slice, segmentChannels, 3);
  });
  return concat(`${id}.concat`, parts);
}

/** Figure 4, extreme: as many segments as channels, which is a depthwise convolution after the 1x1 convolution. */
export function extremeInception(id: string, from: Node, options: { readonly outChannels: number }): Node {
  const { outChannels } = options;
  const mixed = unit(`${id}.conv1x1`, from, outChannels, 1);
  return convNorm(`${id}.depthwise`, mixed, { outChannels, kernel: 3, groups: outChannels, activation: 'relu' });
}

function unit(id: string, from: Node, outChannels: number, kernel: number): Node {
  return convNorm(id, from, { outChannels, kernel, activation: 'relu' });
}

function indices(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
