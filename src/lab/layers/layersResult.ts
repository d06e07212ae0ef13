import { foldedGraph } from '../../nets/weights/fold';
import type { Graph } from '../../nets/graph';
import { prefixTimes } from '../../nets/measurements/prefixTimes';
import type { Spread } from '../../nets/measurements/spread';
import { spreadOf } from '../../nets/measurements/spread';
import { timeBetween } from '../../nets/measurements/timeBetween';
import type { StepTime } from '../../nets/measurements/timedLayers';
import { timedParts } from '../../nets/measurements/timedLayers';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { fourDigits } from '../../nets/readings/spreadsheet';
import type { BackendChoice } from '../../run/device/executor';
import type { LayerTimes } from '../../run/measure/timeLayers';
import type { LayersReport, LayersTask } from '../../run/measure/layersTask';
import type { RooflineDatum } from '../../viz/charts/roofline';

/** How the layers of a network are to be timed. */
export type LayersSettings = {
  readonly backend: BackendChoice;
  readonly method: LayersTask['method'];
  readonly rounds: number;
};

/** A measurement as it is kept. */
export type LayersRecord = {
  /** As `networkName` writes it. */
  readonly network: string;
  /** ISO 8601. */
  readonly date: string;
  /** As it calls itself. */
  readonly browser: string;
  readonly settings: LayersSettings;
  readonly report: LayersReport;
};

/** The measured layers of a network on this device. */
export type LayersResult = LayersRecord & {
  /** The graph that ran, with batch norm folded. */
  readonly graph: Graph;
  readonly steps: readonly StepTime[];
};

/** Elements are 32-bit floats on both backends. */
const bytesPerElement = 4;

/** @param declared the network's graph before folding */
export function layersResult(record: LayersRecord, declared: Graph): LayersResult {
  return { ...record, graph: foldedGraph(declared), steps: stepTimes(record.report.times) };
}

/** Whether a result answers what is chosen now: an automatic choice that came to the same counts as the same. */
export function isOfSettings({ settings, report }: LayersRecord, wanted: LayersSettings): boolean {
  return (
    settings.rounds === wanted.rounds &&
    [settings.backend, report.device.backend].includes(wanted.backend) &&
    (settings.method === wanted.method || report.times.method === wanted.method)
  );
}

/** The record that answers what is chosen best: under these settings, else of this network, else the latest. */
export function bestRecord(
  records: readonly LayersRecord[],
  network: string,
  wanted: LayersSettings,
): LayersRecord | undefined {
  const ofNetwork = records.filter((record) => record.network === network);
  return ofNetwork.findLast((record) => isOfSettings(record, wanted)) ?? ofNetwork.at(-1) ?? records.at(-1);
}

/** The time of the whole network, of its layers together, and of what lies between them. */
export type WholeTime = { readonly wholeMs: Spread; readonly sumMs: number; readonly betweenMs: Spread };

export function wholeTime({ report: { times }, steps }: LayersResult): WholeTime {
  const sumMs = steps.reduce((total, { timeMs }) => total + timeMs.median, 0);
  const sumsMs = times.wholeMs.map((whole, round) =>
    times.method === 'prefixes'
      ? whole - (times.prefixesMs[0]?.[round] ?? 0)
      : times.steps.reduce((total, { samplesMs }) => total + (samplesMs[round] ?? 0), 0),
  );
  return { wholeMs: spreadOf(times.wholeMs), sumMs, betweenMs: timeBetween(times.wholeMs, sumsMs, sumMs) };
}

/** What the table of the layers has below them in files: the whole network as the sum of its layers and of the rest. */
export function wholeRows(result: LayersResult): readonly SheetRow[] {
  const { wholeMs, sumMs, betweenMs } = wholeTime(result);
  const timesOf = ({ median, low, high }: Spread) => [median, low, high].map(fourDigits);
  return [
    ['(all layers together)', fourDigits(sumMs)],
    ['(between the layers)', ...timesOf(betweenMs)],
    ['(whole network)', ...timesOf(wholeMs)],
  ];
}

function stepTimes({ method, steps, prefixesMs }: LayerTimes): readonly StepTime[] {
  if (method === 'alone') return steps.map(({ ids, samplesMs }) => ({ ids, timeMs: spreadOf(samplesMs) }));
  const times = prefixTimes(prefixesMs);
  return steps.flatMap(({ ids }, step) => {
    const timeMs = times[step];
    return timeMs === undefined ? [] : [{ ids, timeMs }];
  });
}

/** Layers with multiply-adds and a time above the clock's resolution, as points of the roofline. */
export function rooflineData({ graph, steps }: LayersResult): readonly RooflineDatum[] {
  return timedParts(graph, steps, 'layers')
    .filter(({ macs, timeMs }) => macs > 0 && timeMs.median > 0)
    .map(({ id, macs, memoryAccess, timeMs }) => ({
      id,
      intensity: macs / (memoryAccess * bytesPerElement),
      macsPerSecond: (macs * 1000) / timeMs.median,
    }));
}

/** The roof's two limits: the most multiply-adds that this device was seen to do, layers included, and the copy's bytes. */
export type Roof = {
  readonly macsPerSecond: number;
  readonly bytesPerSecond: number;
  /** The layer that did more multiply-adds than the program that measures their peak; undefined where none did. */
  readonly raisedBy: string | undefined;
  /** Layers above the slope: they needed less from memory than was counted. */
  readonly aboveSlope: readonly string[];
};

export function roofOf(result: LayersResult): Roof {
  const { peaks } = result.report;
  const layers = rooflineData(result);
  const raising = layers
    .filter(({ macsPerSecond }) => macsPerSecond > peaks.macsPerSecond)
    .toSorted((one, other) => other.macsPerSecond - one.macsPerSecond)[0];
  return {
    macsPerSecond: raising?.macsPerSecond ?? peaks.macsPerSecond,
    bytesPerSecond: peaks.bytesPerSecond,
    raisedBy: raising?.id,
    aboveSlope: layers
      .filter(({ intensity, macsPerSecond }) => macsPerSecond > intensity * peaks.bytesPerSecond)
      .map(({ id }) => id),
  };
}

/** The same points as a table. The first row is the corner of the roof, where compute and memory limit equally. */
export function rooflineRows(result: LayersResult): readonly SheetRow[] {
  const { macsPerSecond, bytesPerSecond } = roofOf(result);
  return [
    ['layer', 'multiply-adds per byte', 'multiply-adds per second'],
    ['(corner of the roof)', fourDigits(macsPerSecond / bytesPerSecond), fourDigits(macsPerSecond)],
    ...rooflineData(result).map((point) => [point.id, fourDigits(point.intensity), fourDigits(point.macsPerSecond)]),
  ];
}

/** All measurements as JSON text. */
export function layersJson(result: LayersResult): string {
  const { network, report, date, browser, settings } = result;
  const file = { kind: 'layers', network, date, browser, ...report, settings, ...wholeTime(result) };
  return JSON.stringify(file, null, 2);
}
