import { foldedGraph } from '../../nets/weights/fold';
import type { Graph } from '../../nets/graph';
import { prefixTimes } from '../../nets/measurements/prefixTimes';
import { spreadOf } from '../../nets/measurements/spread';
import type { StepTime } from '../../nets/measurements/timedLayers';
import { timedParts } from '../../nets/measurements/timedLayers';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { fourDigits } from '../../nets/readings/spreadsheet';
import type { LayerTimes } from '../../run/measure/timeLayers';
import type { LayersReport } from '../../run/measure/layersTask';
import type { RooflineDatum } from '../../viz/charts/roofline';

/** The measured layers of a network on this device. */
export type LayersResult = {
  /** As `networkName` writes it. */
  readonly network: string;
  /** The graph that ran, with batch norm folded. */
  readonly graph: Graph;
  readonly report: LayersReport;
  readonly steps: readonly StepTime[];
  /** ISO 8601. */
  readonly date: string;
};

/** Elements are 32-bit floats on both backends. */
const bytesPerElement = 4;

/** @param declared the network's graph before folding */
export function layersResult(network: string, declared: Graph, report: LayersReport): LayersResult {
  const date = new Date().toISOString();
  return { network, graph: foldedGraph(declared), report, steps: stepTimes(report.times), date };
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

/** The same points as a table. The first row is the corner of the roof, where compute and memory limit equally. */
export function rooflineRows(result: LayersResult): readonly SheetRow[] {
  const { macsPerSecond, bytesPerSecond } = result.report.peaks;
  return [
    ['layer', 'multiply-adds per byte', 'multiply-adds per second'],
    ['(corner of the roof)', fourDigits(macsPerSecond / bytesPerSecond), fourDigits(macsPerSecond)],
    ...rooflineData(result).map((point) => [point.id, fourDigits(point.intensity), fourDigits(point.macsPerSecond)]),
  ];
}

/** All measurements as JSON text. */
export function layersJson({ network, report, date }: LayersResult, browser: string): string {
  return JSON.stringify({ kind: 'layers', network, date, browser, ...report }, null, 2);
}
