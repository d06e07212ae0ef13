import { classNamingOf, type ClassNaming } from '../../run/checkpoint/classNames';
import type { FrameSummaries } from '../feed/feedGroup';
import type { FrameSummary } from '../feed/frameFeed';
import { givesFeatures, runnableName, type Runnable } from '../networks/runnable';
import type { Lane } from '../session/sessionStatus';

/** A racer with its lane and newest frames. */
export type Racing = {
  readonly runnable: Runnable;
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
    .map((runnable): Racing => {
      const name = runnableName(runnable);
      return {
        runnable,
        lane: lanes.find((lane) => lane.name === name),
        summary: summaries.get(name),
      };
    })
    .sort((a, b) => latencyMsOf(a) - latencyMsOf(b));
}

/** Racers whose accuracies and guesses compare: of the same classes. Without weights, or with those that give features, there are neither. */
export type RacingGroup = { readonly of: ClassNaming | 'noGuesses'; readonly racing: readonly Racing[] };

/** The racers in groups, each in their order; empty groups are left out. */
export function racingGroups(racing: readonly Racing[]): readonly RacingGroup[] {
  return (['imagenet', 'everyday', 'numbers', 'noGuesses'] as const)
    .map((of) => ({ of, racing: racing.filter(({ runnable }) => groupOf(runnable) === of) }))
    .filter((group) => group.racing.length > 0);
}

function groupOf(runnable: Runnable): RacingGroup['of'] {
  const { manifest } = runnable;
  return manifest === null || givesFeatures(runnable)
    ? 'noGuesses'
    : classNamingOf(Number(manifest.options['classes'] ?? 1000));
}

/** Top-1 of a racer's weights, as a fraction: measured, else as published; undefined at a resolution that it was not tested at. */
export function top1Of({ network, manifest }: Runnable): number | undefined {
  if (manifest === null || network.choice['resolution'] !== manifest.resolution) return undefined;
  const { accuracy, publishedTop1 } = manifest;
  return accuracy?.top1 ?? (publishedTop1 === undefined ? undefined : publishedTop1 / 100);
}

function latencyMsOf({ summary }: Racing): number {
  return summary?.latency.endToEndMs ?? Infinity;
}
