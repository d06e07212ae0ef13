import type { Spread } from '../../nets/measurements/spread';
import { medianOf, spreadOf } from '../../nets/measurements/spread';
import type { FileColumn, SheetRow } from '../../nets/readings/spreadsheet';
import { fourDigits, sheetRows } from '../../nets/readings/spreadsheet';
import type { NetworkSamples, RunPath } from '../../run/measure/timePaths';
import { backendName } from '../../run/device/backendName';

/** A benchmark as it is kept. */
export type BenchRecord = {
  /** ISO 8601. */
  readonly date: string;
  /** As it calls itself. */
  readonly browser: string;
  /** As asked for; one that was stopped has fewer. */
  readonly rounds: number;
  readonly results: readonly NetworkSamples[];
};

/** The times of one path in milliseconds; null before its first round. */
export function pathSpread({ paths }: NetworkSamples, path: RunPath): Spread | null {
  const samplesMs = samplesOf(paths, path);
  return samplesMs.length === 0 ? null : spreadOf(samplesMs);
}

/** Time of the app's own kernels over that of stock tfjs on a backend. */
export type OwnToStock = {
  /** The quotient of the two medians. */
  readonly ofMedians: number;
  /** The quotients within each round: both run right after each other there, so that a slow round affects both. */
  readonly byRound: Spread;
};

/** Null where either has not run. */
export function ownToStock({ paths }: NetworkSamples, backend: RunPath['backend']): OwnToStock | null {
  const own = samplesOf(paths, { backend, kernels: 'own' });
  const stock = samplesOf(paths, { backend, kernels: 'stock' });
  const ratios = own.flatMap((ownMs, round) => {
    const stockMs = stock[round];
    return stockMs === undefined ? [] : [ownMs / stockMs];
  });
  if (ratios.length === 0) return null;
  return { ofMedians: medianOf(own) / medianOf(stock), byRound: spreadOf(ratios) };
}

type PathSamples = NetworkSamples['paths'][number] & { readonly result: NetworkSamples; readonly timeMs: Spread };

const columns: readonly FileColumn<PathSamples>[] = [
  { file: 'network', value: ({ result }) => result.network.name },
  { file: 'backend', value: ({ path }) => backendName(path.backend) },
  { file: 'kernels', value: ({ path }) => path.kernels },
  { file: 'adapter', value: ({ device }) => device.adapter },
  { file: 'rounds', value: ({ samplesMs }) => samplesMs.length },
  { file: 'median ms', value: ({ timeMs }) => fourDigits(timeMs.median) },
  { file: 'low quartile ms', value: ({ timeMs }) => fourDigits(timeMs.low) },
  { file: 'high quartile ms', value: ({ timeMs }) => fourDigits(timeMs.high) },
  // As the page shows it, and below it there: the quotient of the medians, then how the quotients of the rounds scatter.
  { file: 'own / stock (of medians)', value: (samples) => ratioIn(samples, ({ ofMedians }) => ofMedians) },
  { file: 'own / stock by round: median', value: (samples) => ratioIn(samples, ({ byRound }) => byRound.median) },
  { file: 'own / stock by round: low quartile', value: (samples) => ratioIn(samples, ({ byRound }) => byRound.low) },
  { file: 'own / stock by round: high quartile', value: (samples) => ratioIn(samples, ({ byRound }) => byRound.high) },
];

function ratioIn({ path, result }: PathSamples, figure: (ratio: OwnToStock) => number): number | undefined {
  const ratio = path.kernels === 'own' ? ownToStock(result, path.backend) : null;
  return ratio === null ? undefined : fourDigits(figure(ratio));
}

/** The results as saved: one row per network and path, where the screen has one row per network. */
export function benchRows(results: readonly NetworkSamples[]): readonly SheetRow[] {
  const measured = results.flatMap((result) =>
    result.paths
      .filter(({ samplesMs }) => samplesMs.length > 0)
      .map((samples) => ({ ...samples, result, timeMs: spreadOf(samples.samplesMs) })),
  );
  return sheetRows(columns, measured);
}

/** The results as JSON text, with every sample. */
export function benchJson({ results, rounds, browser, date }: BenchRecord): string {
  const networks = results.map((result) => ({
    network: result.network.name,
    id: result.network.id,
    options: result.network.choice,
    paths: result.paths.map(({ path, device, samplesMs }) => ({ ...path, device, samplesMs })),
    ownToStock: backends.flatMap((backend) => {
      const ratio = ownToStock(result, backend);
      return ratio === null ? [] : [{ backend, ...ratio }];
    }),
  }));
  return JSON.stringify({ kind: 'bench', date, browser, resolution: 224, rounds, networks }, null, 2);
}

const backends = ['webgpu', 'wasm'] as const;

function samplesOf(paths: NetworkSamples['paths'], { backend, kernels }: RunPath): readonly number[] {
  return paths.find(({ path }) => path.backend === backend && path.kernels === kernels)?.samplesMs ?? [];
}
