import { success } from '../../nets/result';
import { benchNetworks } from '../../run/measure/benchNetworks';
import type { NetworkSamples } from '../../run/measure/timePaths';
import {
  dateAt,
  deviceAt,
  fieldsAt,
  fieldsOf,
  listAt,
  oneOfAt,
  positiveAt,
  textAt,
  timesAt,
  type Fields,
} from '../measured/fields';
import { measuredKeys } from '../measured/measuredKeys';
import type { Shelf } from '../measured/shelf';
import type { BenchRecord } from './benchFiles';

/** The benchmarks that this browser keeps: the latest for each number of rounds. */
export const benchShelf: Shelf<BenchRecord> = {
  key: measuredKeys.bench,
  parse: (json) => {
    const fields = fieldsOf(json, 'bench');
    return success({
      date: dateAt(fields, 'date'),
      browser: textAt(fields, 'browser'),
      rounds: positiveAt(fields, 'rounds'),
      results: listAt(fields, 'results').map(samplesOf),
    });
  },
  settingsOf: ({ rounds }) => String(rounds),
};

function samplesOf(fields: Fields): NetworkSamples {
  const id = oneOfAt(
    fieldsAt(fields, 'network'),
    'id',
    benchNetworks.map((network) => network.id),
  );
  const network = benchNetworks.find((each) => each.id === id);
  if (network === undefined) throw new TypeError(`${fields.where}.network: unknown`);
  return {
    network,
    paths: listAt(fields, 'paths').map((each) => {
      const path = fieldsAt(each, 'path');
      return {
        path: {
          backend: oneOfAt(path, 'backend', ['webgpu', 'wasm'] as const),
          kernels: oneOfAt(path, 'kernels', ['own', 'stock'] as const),
        },
        device: deviceAt(each, 'device'),
        samplesMs: timesAt(each, 'samplesMs'),
      };
    }),
  };
}
