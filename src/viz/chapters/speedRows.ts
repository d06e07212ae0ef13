import type { MeasuredNetwork } from '../../nets/papers/shuffleNetV2';
import { shuffleNetV2Experiments } from '../../nets/papers/shuffleNetV2';
import { linearAxis, scaleOf } from '../charts/axis';

/** The levels of complexity in Table 8, in millions of multiply-adds. */
const macLevels = [40, 140, 300, 500] as const;

/** The centre of a network's dot, px: on its line, or stacked above neighbours that would overlap it. */
export type SpeedDot = {
  readonly network: MeasuredNetwork;
  /** As measured, and as a multiple of ShuffleNet V2's at this level. */
  readonly speed: number;
  readonly relative: number;
  readonly x: number;
  readonly y: number;
};
export type SpeedRow = {
  readonly macsMillions: number;
  /** The line below its dots, px. */
  readonly base: number;
  /** The centre of its lowest dots, px. */
  readonly y: number;
  /** Slowest first. */
  readonly dots: readonly SpeedDot[];
  /** The fastest speed over the slowest. */
  readonly spread: number;
};

/** The rows one below the other, `height` px in all. */
export type SpeedRows = { readonly height: number; readonly rows: readonly SpeedRow[] };

/** Radius of a dot, px. */
export const dotRadius = 14;
const lane = 2 * dotRadius + 1;
const roomyGap = 20;

/** Speed as a multiple of ShuffleNet V2's, over both platforms, so that the axis stays when the platform changes. */
export const relativeSpeed = linearAxis([0.5, 1.3], 8);

/**
 * Networks of about equal multiply-adds on one line each, by measured speed relative to ShuffleNet V2's, in a plot of
 * `width` px, `rowGap` px apart. arXiv:1807.11164, Table 8.
 */
export function speedRows(platform: 'gpu' | 'arm', width: number, rowGap = roomyGap): SpeedRows {
  const x = scaleOf(relativeSpeed, [0, width]);
  const rows: SpeedRow[] = [];
  let bottom = 0;
  for (const level of macLevels) {
    const networks = shuffleNetV2Experiments.networks.filter(({ macsMillions }) => levelOf(macsMillions) === level);
    const reference = networks.find(({ family }) => family === 'ShuffleNet V2')?.[platform] ?? NaN;
    const measured = networks
      .map((network) => ({ network, speed: network[platform], relative: network[platform] / reference }))
      .sort((a, b) => a.speed - b.speed);
    const lanes = pileUp(measured.map(({ relative }) => x.at(relative)));
    bottom += rowGap + (Math.max(...lanes) + 1) * lane;
    const y = bottom - dotRadius - 2;
    const dots = measured.map((dot, place) => ({ ...dot, x: x.at(dot.relative), y: y - (lanes[place] ?? 0) * lane }));
    const spread = (dots.at(-1)?.speed ?? 1) / (dots[0]?.speed ?? 1);
    rows.push({ macsMillions: level, base: bottom, y, dots, spread });
  }
  return { height: bottom, rows };
}

/** For positions in ascending order, the lowest free lane at each. */
function pileUp(positions: readonly number[]): readonly number[] {
  const ends: number[] = [];
  return positions.map((position) => {
    const free = ends.findIndex((end) => end + lane <= position);
    const chosen = free === -1 ? ends.length : free;
    ends[chosen] = position;
    return chosen;
  });
}

function levelOf(macsMillions: number): number {
  const distance = (level: number): number => Math.abs(Math.log(macsMillions / level));
  return macLevels.reduce<number>((best, level) => (distance(level) < distance(best) ? level : best), macLevels[0]);
}
