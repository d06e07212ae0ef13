import { hasTrait } from '../../nets/op';
import type { DiagramBox } from './diagramBox';
import { opDrawings } from './opDrawing';
import { shapeLabel } from './shapeLabel';

/** How large boxes are: `wide` ones have their words beside the glyphs, `narrow` and `tight` ones below them. */
export type DiagramSize = 'wide' | 'narrow' | 'tight';

/** The distances of one diagram size, px. */
export type Metrics = {
  readonly size: DiagramSize;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Between neighbouring lanes. */
  readonly laneGap: number;
  /** Half the width reserved for a bare wire. */
  readonly wireHalf: number;
  /** Between a tensor and the box below it: within a lane, and where lanes fork or join. */
  readonly stepGap: number;
  readonly forkGap: number;
};

export const metricsBySize: Readonly<Record<DiagramSize, Metrics>> = {
  wide: { size: 'wide', boxWidth: 216, boxHeight: 52, laneGap: 28, wireHalf: 16, stepGap: 14, forkGap: 30 },
  narrow: { size: 'narrow', boxWidth: 112, boxHeight: 84, laneGap: 14, wireHalf: 10, stepGap: 14, forkGap: 26 },
  tight: { size: 'tight', boxWidth: 84, boxHeight: 84, laneGap: 5, wireHalf: 6, stepGap: 12, forkGap: 22 },
};

/** Heights of a tensor's bar, of the bar with its label, and of the gap between a box and its bar, px. */
export const tensorBarHeight = 6;
export const tensorHeight = 23;
export const tensorGap = 11;

const badgeHeight = 26;
const characterWidth = 6.6;

/** Width and height of a box without its tensor. */
export function boxSizeOf({ node }: DiagramBox, metrics: Metrics): { readonly width: number; readonly height: number } {
  switch (opDrawings[node.op.kind].form) {
    case 'port':
      return { width: metrics.boxWidth, height: 18 };
    case 'layer':
      return { width: metrics.boxWidth, height: metrics.boxHeight };
    case 'plus':
    case 'times':
      return { width: 30, height: 30 };
    case 'bar':
      return { width: metrics.boxWidth, height: badgeHeight };
    case 'operation': {
      // A slice shares the width with the lane of the other half.
      const width = node.op.kind === 'channelSlice' ? Math.min(metrics.boxWidth, 132) : metrics.boxWidth;
      return { width, height: metrics.size === 'wide' ? 42 : 72 };
    }
    case 'pill':
      return { width: Math.min(metrics.boxWidth, 112), height: badgeHeight };
  }
}

/** Whether a box's result is drawn as a tensor: unless the op keeps the shape and more boxes follow. */
export function showsTensor({ node }: DiagramBox, isLast: boolean): boolean {
  return isLast || !hasTrait(node.op, 'keepsShape');
}

/** Half the width of the box or its label, whichever is wider, px. */
export function halfWidthOf(box: DiagramBox, metrics: Metrics): number {
  const label = shapeLabel(box.result.shape).length * characterWidth + 6;
  return Math.max(boxSizeOf(box, metrics).width, label) / 2;
}
