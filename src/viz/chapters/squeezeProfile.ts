import type { Bottleneck } from '../../nets/readings/bottlenecks';

/** A tensor as a bar centred on `x`, `y`, px. Feature maps are drawn thick, vectors (1x1 maps) thin. */
export type WidthBar = {
  readonly id: 'input' | 'expanded' | 'filtered' | 'weighed' | 'output' | 'means' | 'squeezed' | 'gates';
  readonly channels: number;
  readonly x: number;
  readonly y: number;
  readonly half: number;
};

/** A layer between two bars, as an outline. */
export type WidthStep = {
  readonly id: 'expand' | 'depthwise' | 'reduce' | 'excite' | 'project';
  readonly x: number;
  readonly y: number;
  readonly path: string;
};

/** MobileNet V3's block with widths to scale: the main path above, the gate's path below. */
export type SqueezeProfile = {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly WidthBar[];
  readonly steps: readonly WidthStep[];
  /** Lines from the map down to its means, along the map past the gate's path, and from the gates up to the map. */
  readonly pool: string;
  readonly past: string;
  readonly gate: string;
  readonly scaleAt: { readonly x: number; readonly y: number };
};

const margin = 24;
/** Between the main path and the gate's. */
const gap = 72;
const clearance = 6;
const widest = 608;

/** Lays out the block in at most `available` px, with the height in proportion. Undefined without squeeze-and-excite. */
export function squeezeProfileOf(block: Bottleneck, available: number): SqueezeProfile | undefined {
  const { input, expandedChannels, output, squeezeChannels } = block;
  if (squeezeChannels === undefined) return undefined;
  const width = Math.min(available, widest);
  const step = (width - 2 * margin) / 5;
  const half = Math.max(48, 0.8 * step);
  const maxChannels = Math.max(input.channels, expandedChannels, output.channels, squeezeChannels);
  const bar = (id: WidthBar['id'], channels: number, column: number, row: 0 | 1): WidthBar => ({
    id,
    channels,
    x: margin + column * step,
    y: margin + half + row * (2 * half + gap),
    half: Math.max(1.5, (channels / maxChannels) * half),
  });
  const start = bar('input', input.channels, 0, 0);
  const expanded = bar('expanded', expandedChannels, 1, 0);
  const filtered = bar('filtered', expandedChannels, 2, 0);
  const weighed = bar('weighed', expandedChannels, 4, 0);
  const end = bar('output', output.channels, 5, 0);
  const means = bar('means', expandedChannels, 2, 1);
  const squeezed = bar('squeezed', squeezeChannels, 3, 1);
  const gates = bar('gates', expandedChannels, 4, 1);
  const scaleAt = { x: weighed.x - Math.min(22, step / 3), y: weighed.y };
  return {
    width,
    height: 2 * margin + 4 * half + gap,
    bars: [start, expanded, filtered, weighed, end, means, squeezed, gates],
    steps: [
      between('expand', start, expanded),
      between('depthwise', expanded, filtered),
      between('reduce', means, squeezed),
      between('excite', squeezed, gates),
      between('project', weighed, end),
    ],
    pool: `M${filtered.x},${filtered.y + filtered.half}V${means.y - means.half}`,
    past: `M${filtered.x + clearance},${filtered.y}H${scaleAt.x}`,
    gate: `M${gates.x},${gates.y - gates.half}V${weighed.y + weighed.half + 24}H${scaleAt.x}V${scaleAt.y + 10}`,
    scaleAt,
  };
}

function between(id: WidthStep['id'], from: WidthBar, to: WidthBar): WidthStep {
  const [left, right] = [from.x + clearance, to.x - clearance];
  const path = `M${left},${from.y - from.half}L${right},${to.y - to.half}V${to.y + to.half}L${left},${from.y + from.half}Z`;
  return { id, x: (left + right) / 2, y: from.y, path };
}
