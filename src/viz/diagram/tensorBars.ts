import { scaleLinear } from 'd3-scale';
import type { Shape } from '../../nets/op';
import type { Metrics } from './diagramSize';
import { tensorBarHeight, tensorGap, tensorHeight } from './diagramSize';

/** A tensor as a bar, px; its width is proportional to its channels, on one scale for the whole diagram. */
export type TensorBar = {
  /** The box that computes it. */
  readonly boxId: string;
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly axis: number;
  /** The bottom of its label, where its wires start. */
  readonly bottom: number;
  /** Where a concat's parts meet, from the bar's left edge. */
  readonly seams: readonly number[];
};

type Anchor = {
  readonly id: string;
  readonly shape: Shape;
  readonly axis: number;
  readonly bottom: number;
  readonly parts: readonly number[];
};

const minWidth = 3;

/** The bars below boxes; `parts` are the channels of a concat's inputs. */
export function tensorBarsOf(anchors: readonly Anchor[], metrics: Metrics): readonly TensorBar[] {
  const maxChannels = Math.max(1, ...anchors.map(({ shape }) => shape.channels));
  const widthOf = scaleLinear([0, maxChannels], [0, metrics.boxWidth]);
  return anchors.map(({ id, shape, axis, bottom, parts }) => {
    const width = Math.max(minWidth, widthOf(shape.channels));
    const seams = parts
      .slice(0, -1)
      .map((_, index) => widthOf(parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0)));
    const y = bottom + tensorGap;
    return {
      boxId: id,
      shape,
      x: axis - width / 2,
      y,
      width,
      height: tensorBarHeight,
      axis,
      bottom: y + tensorHeight,
      seams,
    };
  });
}
