import { scaleLinear } from 'd3-scale';
import type { Shape } from '../../nets/op';
import type { Metrics } from './diagramSize';
import { tensorBarHeight, tensorGap, tensorHeight } from './diagramSize';

/** A tensor as a bar: its width is to the scale of its channels, one scale for the whole diagram. */
export type TensorBar = {
  /** The box that it leaves. */
  readonly boxId: string;
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly axis: number;
  /** Where its label ends and the wires that leave it begin. */
  readonly bottom: number;
  /** Where a concat's parts meet, from the bar's left edge, px. */
  readonly seams: readonly number[];
};

type Anchor = {
  readonly id: string;
  readonly shape: Shape;
  readonly axis: number;
  readonly bottom: number;
  readonly parts: readonly number[];
};

const leastWidth = 3;

/** The bars under boxes; `parts` are the channels of a concat's inputs. */
export function tensorBarsOf(anchors: readonly Anchor[], metrics: Metrics): readonly TensorBar[] {
  const most = Math.max(1, ...anchors.map(({ shape }) => shape.channels));
  const widthOf = scaleLinear([0, most], [0, metrics.boxWidth]);
  return anchors.map(({ id, shape, axis, bottom, parts }) => {
    const width = Math.max(leastWidth, widthOf(shape.channels));
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
