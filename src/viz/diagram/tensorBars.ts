import { scaleLinear } from 'd3-scale';
import type { Shape } from '../../nets/op';
import type { Metrics } from './diagramSize';
import type { TensorLabel } from './diagramSize';
import { barBreadth, concatLabelGap, labelDropOf, labelOf, labelReach, lineHeight } from './diagramSize';
import type { FlowRect } from './flow';

/** A tensor as a bar across the flow; its breadth is proportional to its channels, on one scale for the whole diagram. */
export type TensorPlace = FlowRect & {
  /** The box that computes it. */
  readonly boxId: string;
  readonly shape: Shape;
  readonly axis: number;
  /** The lines of its label, and the middle of the first. */
  readonly label: { readonly lines: readonly string[]; readonly along: number; readonly across: number };
  /** Where its wires start: behind its bar, or behind its label where that is in the way. */
  readonly end: number;
  /** Where a concat's parts meet, from the bar's start. */
  readonly seams: readonly number[];
};

type Anchor = {
  readonly id: string;
  readonly shape: Shape;
  readonly axis: number;
  /** Where the box ends along the flow, and where it starts across it. */
  readonly end: number;
  readonly across: number;
  /** From there to the bar. */
  readonly gap: number;
  readonly parts: readonly number[];
};

const minBreadth = 3;

/** The bars behind boxes; `parts` are the channels of a concat's inputs. */
export function tensorPlacesOf(anchors: readonly Anchor[], metrics: Metrics): readonly TensorPlace[] {
  const maxChannels = Math.max(1, ...anchors.map(({ shape }) => shape.channels));
  const breadthOf = scaleLinear([0, maxChannels], [0, metrics.barLength]);
  return anchors.map((anchor) => {
    const { id, shape, axis, end, gap, parts } = anchor;
    const breadth = Math.max(minBreadth, breadthOf(shape.channels));
    const seams = parts
      .slice(0, -1)
      .map((_, index) => breadthOf(parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0)));
    const along = end + gap;
    const behind = along + barBreadth;
    const bar = { boxId: id, shape, along, across: axis - breadth / 2, length: barBreadth, breadth, axis, seams };
    const label = labelOf(shape, metrics);
    const { lines, width } = label;
    if (metrics.direction === 'down') {
      return {
        ...bar,
        label: { lines, along: behind + lineHeight / 2 + 2, across: axis },
        end: behind + label.height + 2,
      };
    }
    const middle = Math.min(along + barBreadth / 2, behind + labelReach - width / 2);
    return { ...bar, label: { lines, along: middle, across: labelAcross(anchor, label, metrics) }, end: behind };
  });
}

/** Below the lane; above a concat, where no label of its lanes is. */
function labelAcross({ axis, across, parts }: Anchor, { height }: TensorLabel, metrics: Metrics): number {
  const top = parts.length > 0 ? across - concatLabelGap - height : axis + labelDropOf(metrics);
  return top + lineHeight / 2;
}
