import { spreadOf } from '../../nets/measurements/spread';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import type { NetworkSamples, RunPath } from '../../run/measure/pathTimes';
import { backendName } from '../../run/device/backendName';

/** Median of one way to run, null before its first round. */
export function medianOf({ paths }: NetworkSamples, path: RunPath): number | null {
  const samplesMs = samplesOf(paths, path);
  return samplesMs.length === 0 ? null : spreadOf(samplesMs).median;
}

/**
 * The app's own way on a backend as a share of stock tfjs ops there: the median of the ratios within each round. Null where
 * either has not run.
 */
export function ratioOf({ paths }: NetworkSamples, backend: RunPath['backend']): number | null {
  const stock = samplesOf(paths, { backend, kernels: 'stock' });
  const ratios = samplesOf(paths, { backend, kernels: 'own' }).flatMap((ownMs, round) => {
    const stockMs = stock[round];
    return stockMs === undefined ? [] : [ownMs / stockMs];
  });
  return ratios.length === 0 ? null : spreadOf(ratios).median;
}

/** The results as a table: one header line, then a line for each network and way to run. */
export function benchRows(results: readonly NetworkSamples[]): readonly SheetRow[] {
  return [
    [
      'network',
      'backend',
      'kernels',
      'adapter',
      'rounds',
      'median ms',
      'low quartile ms',
      'high quartile ms',
      'own / stock',
    ],
    ...results.flatMap((result) =>
      result.paths
        .filter(({ samplesMs }) => samplesMs.length > 0)
        .map(({ path, device, samplesMs }) => {
          const { median, low, high } = spreadOf(samplesMs);
          const ratio = path.kernels === 'own' ? ratioOf(result, path.backend) : null;
          return [
            result.network.name,
            backendName(path.backend),
            path.kernels,
            device.adapter,
            samplesMs.length,
            ...[median, low, high].map(rounded),
            ratio === null ? '' : rounded(ratio),
          ];
        }),
    ),
  ];
}

/** The results with every sample, as JSON text. */
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

/** Four significant digits: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
