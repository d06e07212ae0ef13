import { hasTrait } from '../../nets/op';
import type { DiagramBox } from './diagramBox';
import { opDrawings } from './opDrawing';
import { shapeLabel } from './shapeLabel';

/** How much room a box takes: `wide` has its words beside the glyphs, `narrow` and `tight` have them beneath. */
export type DiagramSize = 'wide' | 'narrow' | 'tight';

/** Distances of one diagram size, in px of the drawing. */
export type Metrics = {
  readonly size: DiagramSize;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Between lanes, side by side. */
  readonly laneGap: number;
  /** Half the room that a bare wire keeps free. */
  readonly wireHalf: number;
  /** Between a tensor and the box below it, in a lane and where lanes part or meet. */
  readonly stepGap: number;
  readonly forkGap: number;
};

export const metricsBySize: Readonly<Record<DiagramSize, Metrics>> = {
  wide: { size: 'wide', boxWidth: 216, boxHeight: 52, laneGap: 28, wireHalf: 16, stepGap: 14, forkGap: 30 },
  narrow: { size: 'narrow', boxWidth: 112, boxHeight: 84, laneGap: 14, wireHalf: 10, stepGap: 14, forkGap: 26 },
  tight: { size: 'tight', boxWidth: 84, boxHeight: 84, laneGap: 5, wireHalf: 6, stepGap: 12, forkGap: 22 },
};

/** Height of the bar that draws a tensor, of the bar with its label beneath, and the gap between a box and its bar. */
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
      // A slice has a lane of its own beside the other half's.
      const width = node.op.kind === 'channelSlice' ? Math.min(metrics.boxWidth, 132) : metrics.boxWidth;
      return { width, height: metrics.size === 'wide' ? 42 : 72 };
    }
    case 'pill':
      return { width: Math.min(metrics.boxWidth, 112), height: badgeHeight };
  }
}

/** Whether a box's result is drawn as a tensor: not where the op leaves the shape as it was and something reads on. */
export function showsTensor({ node }: DiagramBox, isLast: boolean): boolean {
  return isLast || !hasTrait(node.op, 'keepsShape');
}

/** Half of the widest thing that stands on a box's axis. */
export function halfWidthOf(box: DiagramBox, metrics: Metrics): number {
  const label = shapeLabel(box.result.shape).length * characterWidth + 6;
  return Math.max(boxSizeOf(box, metrics).width, label) / 2;
}
