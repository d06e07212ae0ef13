import type { LayersResult } from '../layers/layersResult';

/** How the time of a network divides among its stages, where it was measured. */
export type StageTimes = {
  /** The fraction of the time of all layers that these nodes take, by their ids. */
  readonly shareOf: (nodes: ReadonlySet<string>) => number;
  readonly device: string;
  /** ISO 8601. */
  readonly date: string;
};

/** Adds up the times of measured layers; those fused together count where the last of them is. */
export function stageTimes({ steps, date, report: { device } }: LayersResult): StageTimes {
  const total = steps.reduce((sum, { timeMs }) => sum + timeMs.median, 0);
  return {
    date,
    device: device.adapter,
    shareOf: (nodes) => {
      const own = steps.filter(({ ids }) => nodes.has(ids.at(-1) ?? ''));
      return total === 0 ? 0 : own.reduce((sum, { timeMs }) => sum + timeMs.median, 0) / total;
    },
  };
}
