import { path } from 'd3-path';

/** The wiring of a convolution between channels, drawn as dots and lines inside `width` x `height` px. */
export type ChannelWires = {
  readonly inputs: readonly Dot[];
  readonly outputs: readonly Dot[];
  /** One SVG path per group with all its wires. */
  readonly groups: readonly string[];
  /** The wires of one highlighted output channel, and the input channels that it reads. */
  readonly followed: { readonly path: string; readonly output: number; readonly inputs: readonly number[] };
};

export type Dot = { readonly x: number; readonly y: number; readonly group: number };

export type Wiring = { readonly inChannels: number; readonly outChannels: number; readonly groups: number };

/**
 * Which input channels each output channel reads: all of them with one group, those of its own group with several, just one
 * when there are as many groups as channels. The output channel in the middle is highlighted.
 */
export function channelWiresOf(wiring: Wiring, width: number, height: number): ChannelWires {
  const { inChannels, outChannels, groups } = wiring;
  const inputs = dots(inChannels, groups, width, 0);
  const outputs = dots(outChannels, groups, width, height);
  const followed = Math.floor((outChannels - 1) / 2);
  return {
    inputs,
    outputs,
    groups: Array.from({ length: groups }, (_, group) =>
      wirePath(
        inputs.filter((dot) => dot.group === group),
        outputs.filter((dot) => dot.group === group),
      ),
    ),
    followed: followedOf(inputs, outputs, followed),
  };
}

function followedOf(inputs: readonly Dot[], outputs: readonly Dot[], output: number): ChannelWires['followed'] {
  const end = outputs[output];
  if (end === undefined) return { path: '', output, inputs: [] };
  const read = inputs.flatMap((dot, index) => (dot.group === end.group ? [index] : []));
  const starts = inputs.filter((dot) => dot.group === end.group);
  return { path: wirePath(starts, [end]), output, inputs: read };
}

/** Dots in a row, with a wider gap between groups. */
function dots(count: number, groups: number, width: number, y: number): readonly Dot[] {
  const perGroup = count / groups;
  const gap = perGroup > 1 ? 1 : 0;
  const places = count + (groups - 1) * gap;
  const pitch = width / places;
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / perGroup);
    return { x: (index + group * gap + 0.5) * pitch, y, group };
  });
}

function wirePath(starts: readonly Dot[], ends: readonly Dot[]): string {
  const line = path();
  for (const end of ends) {
    for (const start of starts) {
      line.moveTo(round(start.x), start.y);
      line.lineTo(round(end.x), end.y);
    }
  }
  return line.toString();
}

/** Half a px is precise enough, and keeps the path of 64 x 64 wires short. */
function round(value: number): number {
  return Math.round(value * 2) / 2;
}
