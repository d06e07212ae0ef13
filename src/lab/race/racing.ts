import type { FrameSummaries } from '../feed/feedGroup';
import type { FrameSummary } from '../feed/frameFeed';
import { runnableName, type Runnable } from '../networks/runnable';
import type { Lane } from '../session/sessionStatus';

/** A racer with its lane and newest frames; `series` is its colour, which stays while its place changes. */
export type Racing = {
  readonly runnable: Runnable;
  readonly series: number;
  readonly lane: Lane | undefined;
  readonly summary: FrameSummary | undefined;
};

/** The racers in the order of their latency, those without one last. */
export function racingOf(
  racers: readonly Runnable[],
  lanes: readonly Lane[],
  summaries: FrameSummaries,
): readonly Racing[] {
  return racers
    .map((runnable, index): Racing => {
      const name = runnableName(runnable);
      return {
        runnable,
        series: index + 1,
        lane: lanes.find((lane) => lane.name === name),
        summary: summaries.get(name),
      };
    })
    .sort((a, b) => latencyMsOf(a) - latencyMsOf(b));
}

function latencyMsOf({ summary }: Racing): number {
  return summary?.latency.endToEndMs ?? Infinity;
}
