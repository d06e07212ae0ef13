import type { Shape } from '../../nets/op';
import { hasTrait } from '../../nets/op';
import type { DiagramBox } from './diagramBox';
import { opDrawings } from './opDrawing';
import { shapeLabel, shapeLabelLines } from './shapeLabel';

/** Where data flows: from left to right, with branches one above the other, or from top to bottom, side by side. */
export type Direction = 'right' | 'down';

/**
 * How large boxes are: `wide` ones have their words beside the glyphs, `narrow` ones below them, and `tight` ones on more
 * lines.
 */
export type DiagramSize = 'wide' | 'narrow' | 'tight';

/** The distances of one direction and size, px. */
export type Metrics = {
  readonly direction: Direction;
  readonly size: DiagramSize;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** The longest bar of a tensor. */
  readonly barLength: number;
  /** Between neighbouring lanes. */
  readonly laneGap: number;
  /** Half the room of a bare wire. */
  readonly wireHalf: number;
  /** Between a box and its tensor. */
  readonly tensorGap: number;
  /** Between a tensor and the box after it; where lanes fork, and where they join. */
  readonly stepGap: number;
  readonly forkGap: number;
  readonly joinGap: number;
};

const right = { direction: 'right', laneGap: 4, wireHalf: 10, tensorGap: 8, stepGap: 9 } as const;
const down = { direction: 'down', tensorGap: 12, stepGap: 14 } as const;

/** In the order of preference: in reading direction if it fits, and as large as it fits. */
export const allMetrics = [
  { ...right, size: 'wide', boxWidth: 202, boxHeight: 50, barLength: 62, forkGap: 46, joinGap: 22 },
  { ...right, size: 'narrow', boxWidth: 126, boxHeight: 90, barLength: 92, forkGap: 46, joinGap: 22 },
  { ...right, size: 'tight', boxWidth: 90, boxHeight: 110, barLength: 110, forkGap: 40, joinGap: 14 },
  {
    ...down,
    size: 'wide',
    boxWidth: 208,
    boxHeight: 50,
    barLength: 208,
    laneGap: 28,
    wireHalf: 16,
    forkGap: 30,
    joinGap: 22,
  },
  {
    ...down,
    size: 'narrow',
    boxWidth: 126,
    boxHeight: 90,
    barLength: 126,
    laneGap: 14,
    wireHalf: 10,
    forkGap: 26,
    joinGap: 20,
  },
  {
    ...down,
    size: 'tight',
    boxWidth: 74,
    boxHeight: 110,
    barLength: 74,
    laneGap: 8,
    wireHalf: 6,
    forkGap: 22,
    joinGap: 18,
  },
] as const satisfies readonly Metrics[];

/** The breadth of a tensor's bar, and the height of a line of its label, px. */
export const barBreadth = 7;
export const lineHeight = 16;

/** How far badges reach over the lower edge of their box, px. */
export const badgeOverhang = 10;

const circleSize = 32;
const pillHeight = 28;
const characterWidth = 7.3;

/** Width and height of a box without its tensor. */
export function boxSizeOf({ node }: DiagramBox, metrics: Metrics): { readonly width: number; readonly height: number } {
  const isRight = metrics.direction === 'right';
  switch (opDrawings[node.op.kind].form) {
    case 'port':
      // Upright where there is little room.
      return isRight
        ? { width: metrics.size === 'tight' ? 18 : 44, height: metrics.barLength }
        : { width: metrics.boxWidth, height: 20 };
    case 'layer':
      return { width: metrics.boxWidth, height: metrics.boxHeight };
    case 'plus':
    case 'times':
      return { width: circleSize, height: circleSize };
    case 'bar':
      return isRight
        ? { width: pillHeight, height: metrics.boxHeight }
        : { width: metrics.boxWidth, height: pillHeight };
    case 'operation': {
      // A slice shares the width with the lane of the other half.
      const width = node.op.kind === 'channelSlice' ? Math.min(metrics.boxWidth, 140) : metrics.boxWidth;
      return { width, height: metrics.size === 'wide' ? 46 : metrics.boxHeight - 12 };
    }
    case 'pill':
      return {
        width: Math.min(metrics.boxWidth, isRight ? (metrics.size === 'tight' ? 64 : 84) : 112),
        height: pillHeight,
      };
  }
}

/** Whether a box's result is drawn as a tensor: unless the op keeps the shape and more boxes follow. */
export function showsTensor({ node }: DiagramBox, isLast: boolean): boolean {
  return isLast || !hasTrait(node.op, 'keepsShape');
}

/** The label of a tensor, px; on two lines in reading direction where there is little room. */
export type TensorLabel = { readonly lines: readonly string[]; readonly width: number; readonly height: number };

export function labelOf(shape: Shape, { direction, size }: Metrics): TensorLabel {
  const lines = direction === 'right' && size === 'tight' ? shapeLabelLines(shape) : [shapeLabel(shape)];
  const width = Math.max(...lines.map((line) => line.length)) * characterWidth + 4;
  return { lines, width, height: lines.length * lineHeight };
}

/** From a box to its tensor; after a small circle far enough that its label does not touch the one before. */
export function tensorGapOf(box: DiagramBox, metrics: Metrics): number {
  const { tensorGap, stepGap, direction } = metrics;
  if (direction === 'down' || !isCircle(box)) return tensorGap;
  return Math.max(tensorGap, labelOf(box.result.shape, metrics).width + 4 - barBreadth - stepGap - circleSize);
}

/** Whether a box is a small circle with a sign, which takes wires from all sides. */
export function isCircle({ node }: DiagramBox): boolean {
  const { form } = opDrawings[node.op.kind];
  return form === 'plus' || form === 'times';
}

/** From a lane's axis down to the labels of its tensors, where data flows to the right. */
export function labelDropOf({ boxHeight, barLength }: Metrics): number {
  return Math.max(boxHeight / 2 + badgeOverhang, barLength / 2) + 2;
}

/** How far labels reach behind their bars, px; further, they would meet the wires to lanes and the concat. */
export const labelReach = 12;

/** Between a concat's upper edge and the label of its tensor, where data flows to the right. */
export const concatLabelGap = 3;
