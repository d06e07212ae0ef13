import type { LabResult } from './labResult';

/** The inference times of one network on all devices, in milliseconds. */
export type NetworkSpread = {
  readonly first: LabResult;
  readonly count: number;
  readonly fastestMs: number;
  readonly medianMs: number;
  readonly slowestMs: number;
};

/** Networks in the order in which the first result of each came. */
export function networkSpreads(results: readonly LabResult[]): readonly NetworkSpread[] {
  const byNetwork = new Map<string, [LabResult, ...LabResult[]]>();
  for (const result of results) {
    const known = byNetwork.get(result.network);
    if (known === undefined) byNetwork.set(result.network, [result]);
    else known.push(result);
  }
  return [...byNetwork.values()].map((members) => {
    const times = members.map(({ figures }) => figures.inferenceMs).toSorted((one, other) => one - other);
    const at = (index: number): number => times[index] ?? 0;
    const last = times.length - 1;
    return {
      first: members[0],
      count: times.length,
      fastestMs: at(0),
      medianMs: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
      slowestMs: at(last),
    };
  });
}
