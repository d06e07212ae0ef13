import type { Spread } from '../../nets/measurements/spread';
import { medianOf, spreadOf } from '../../nets/measurements/spread';
import type { FileColumn, SheetRow } from '../../nets/readings/spreadsheet';
import { fourDigits, sheetRows } from '../../nets/readings/spreadsheet';
import type { NetworkSamples, RunPath } from '../../run/measure/timePaths';
import { backendName } from '../../run/device/backendName';

/** Median time of one path in milliseconds; null before its first round. */
export function pathMedianMs({ paths }: NetworkSamples, path: RunPath): number | null {
  const samplesMs = samplesOf(paths, path);
  return samplesMs.length === 0 ? null : medianOf(samplesMs);
}

/**
 * Time of the app's own kernels over that of stock tfjs on a backend: the median of the ratios of each round. Null where
 * either has not run.
 */
export function ratioOf({ paths }: NetworkSamples, backend: RunPath['backend']): number | null {
  const stock = samplesOf(paths, { backend, kernels: 'stock' });
  const ratios = samplesOf(paths, { backend, kernels: 'own' }).flatMap((ownMs, round) => {
    const stockMs = stock[round];
    return stockMs === undefined ? [] : [ownMs / stockMs];
  });
  return ratios.length === 0 ? null : medianOf(ratios);
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
  {
    file: 'own / stock',
    value: ({ path, result }) => {
      const ratio = path.kernels === 'own' ? ratioOf(result, path.backend) : null;
      return ratio === null ? undefined : fourDigits(ratio);
    },
  },
];

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
export function benchJson(results: readonly NetworkSamples[], browser: string, date: string): string {
  const networks = results.map(({ network, paths }) => ({
    network: network.name,
    id: network.id,
    options: network.choice,
    paths: paths.map(({ path, device, samplesMs }) => ({ ...path, device, samplesMs })),
  }));
  return JSON.stringify({ kind: 'bench', date, browser, resolution: 224, networks }, null, 2);
}

function samplesOf(paths: NetworkSamples['paths'], { backend, kernels }: RunPath): readonly number[] {
  return paths.find(({ path }) => path.backend === backend && path.kernels === kernels)?.samplesMs ?? [];
}
