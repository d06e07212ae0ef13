import { builtGraph } from '../../nets/models/model';
import { networkOfName } from '../../nets/models/networkName';
import { failure, success, type Result } from '../../nets/result';
import type { LayersReport } from '../../run/measure/layersTask';
import type { LayerTimes } from '../../run/measure/timeLayers';
import {
  dateAt,
  deviceAt,
  fieldsAt,
  fieldsOf,
  listAt,
  listOf,
  numberAt,
  oneOfAt,
  positiveAt,
  textAt,
  timesAt,
  timesOf,
  type Fields,
} from '../measured/fields';
import { measuredKeys } from '../measured/measuredKeys';
import type { Shelf } from '../measured/shelf';
import { layersResult, type LayersRecord, type LayersResult } from './layersResult';

/** The results of Layers that this browser keeps: the latest for each network under each setting. */
export const layersShelf: Shelf<LayersRecord> = {
  key: measuredKeys.layers,
  parse: (json) => success(recordOf(fieldsOf(json, 'layers'))),
  settingsOf: ({ network, settings }) => JSON.stringify([network, settings.backend, settings.method, settings.rounds]),
};

/** A kept record with the graph that it times. Fails where this version builds the network of other layers. */
export function resultOfRecord(record: LayersRecord): Result<LayersResult> {
  const named = networkOfName(record.network);
  if (!named.ok) return named;
  const result = layersResult(record, builtGraph(named.value.model, named.value.choice));
  const known = new Set(result.graph.nodes.map(({ id }) => id));
  const unknown = record.report.times.steps.flatMap(({ ids }) => ids).find((id) => !known.has(id));
  return unknown === undefined ? success(result) : failure(`layers: ${record.network} has no ${unknown}`);
}

function recordOf(fields: Fields): LayersRecord {
  const settings = fieldsAt(fields, 'settings');
  const record = {
    network: textAt(fields, 'network'),
    date: dateAt(fields, 'date'),
    browser: textAt(fields, 'browser'),
    settings: {
      backend: oneOfAt(settings, 'backend', ['auto', 'webgpu', 'wasm'] as const),
      method: oneOfAt(settings, 'method', ['auto', 'prefixes'] as const),
      rounds: positiveAt(settings, 'rounds'),
    },
    report: reportOf(fieldsAt(fields, 'report')),
  };
  const result = resultOfRecord(record);
  if (!result.ok) throw new TypeError(result.error);
  return record;
}

function reportOf(fields: Fields): LayersReport {
  const peaks = fieldsAt(fields, 'peaks');
  return {
    device: deviceAt(fields, 'device'),
    times: timesIn(fieldsAt(fields, 'times')),
    peaks: {
      macsPerSecond: positiveAt(peaks, 'macsPerSecond'),
      bytesPerSecond: positiveAt(peaks, 'bytesPerSecond'),
      arithmetic: oneOfAt(peaks, 'arithmetic', ['shader', 'matrixProduct'] as const),
    },
  };
}

function timesIn(fields: Fields): LayerTimes {
  const clock = fieldsAt(fields, 'clock');
  const method = oneOfAt(fields, 'method', ['alone', 'prefixes'] as const);
  const steps = listAt(fields, 'steps').map((step) => ({
    ids: listOf(step.values['ids'], `${step.where}.ids`).map(String),
    repeats: positiveAt(step, 'repeats'),
    samplesMs: method === 'alone' ? timesAt(step, 'samplesMs') : [],
  }));
  if (steps.length === 0) throw new TypeError(`${fields.where}.steps: empty (got 0, wanted at least 1)`);
  const prefixes = listOf(fields.values['prefixesMs'], `${fields.where}.prefixesMs`);
  const wanted = method === 'alone' ? 0 : steps.length + 1;
  if (prefixes.length !== wanted)
    throw new TypeError(`${fields.where}.prefixesMs: not one for each step (got ${prefixes.length}, wanted ${wanted})`);
  return {
    method,
    clock: {
      kind: oneOfAt(clock, 'kind', ['timestamps', 'wall'] as const),
      resolutionMs: numberAt(clock, 'resolutionMs'),
    },
    steps,
    prefixesMs: prefixes.map((row) => timesOf(row, `${fields.where}.prefixesMs`)),
    wholeMs: timesAt(fields, 'wholeMs'),
  };
}
