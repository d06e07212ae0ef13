import { networkName, networkOfName } from '../../nets/models/networkName';
import { costOf } from '../../nets/readings/cost';
import { failure, success, type Result } from '../../nets/result';
import type { LoadReport } from '../../run/engine/engineCalls';
import type { FrameSummary } from '../feed/frameFeed';
import type { Runnable } from '../networks/runnable';
import { numberFields, type NumberField } from './numberFields';

/** One measured run: the network, the device and the measured figures. Costs are counted from the network's name. */
export type LabResult = {
  /** As `networkName` writes it, with resolution and classes: `mobilenet-v2:classes=64:resolution=96`. */
  readonly network: string;
  readonly backend: string;
  readonly adapter: string;
  /** `Chrome 156, Linux` */
  readonly browser: string;
  readonly figures: Readonly<Record<NumberField, number>>;
};

/** The result of a network that has run. `nowMs` counts from 1970. */
export function labResultOf(
  { network }: Runnable,
  report: LoadReport,
  { latency, shownPerSecond, droppedFrames }: FrameSummary,
  { browser, nowMs }: { readonly browser: string; readonly nowMs: number },
): LabResult {
  const { partsMs } = latency;
  return {
    network: networkName(network),
    backend: report.device.backend,
    adapter: adapterOf(report),
    browser,
    figures: {
      dateSeconds: Math.round(nowMs / 1000),
      frames: latency.frames,
      endToEndMs: latency.endToEndMs,
      endToEndP95Ms: latency.endToEndP95Ms,
      captureMs: partsMs.capture,
      preprocessMs: partsMs.preprocess,
      inferenceMs: partsMs.inference,
      inferenceP95Ms: latency.inferenceP95Ms,
      readbackMs: partsMs.readback,
      handoverMs: partsMs.handover,
      shownPerSecond,
      droppedFrames,
      compileMs: report.compileMs,
      firstFrameMs: report.firstFrameMs,
      memoryBytes: report.memory.bytes,
    },
  };
}

/** Results with half precision count as those of another adapter. */
function adapterOf({ device: { adapter, halfPrecision } }: LoadReport): string {
  return halfPrecision === 'on' ? `${adapter}, half precision` : adapter;
}

/** The network of a result and its costs, counted from its graph. */
export function countedOf(result: LabResult) {
  const named = networkOfName(result.network);
  if (!named.ok) return named;
  const { model, choice } = named.value;
  const graph = model.build(choice);
  if (!graph.ok) return graph;
  const { params, macs, memoryAccess } = costOf(graph.value);
  return success({ network: named.value, params, macs, memoryAccess });
}

/** Parses a result of a JSON file or a link. Fails with a sentence that names the field. */
export function parseLabResult(json: unknown): Result<LabResult> {
  if (typeof json !== 'object' || json === null) return failure('result: not an object');
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(json));
  const texts = { network: '', backend: '', adapter: '', browser: '' };
  for (const name of textFields) {
    const value = fields[name];
    if (typeof value !== 'string') return failure(`result: ${name} is not text (got ${String(value)})`);
    texts[name] = value;
  }
  const numbers = fields['figures'];
  const given: Readonly<Record<string, unknown>> =
    typeof numbers === 'object' && numbers !== null ? Object.fromEntries(Object.entries(numbers)) : {};
  const figures = { ...zeroes };
  for (const name of numberFields) {
    const value = given[name];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      return failure(`result: ${name} is not a number (got ${String(value)})`);
    figures[name] = value;
  }
  const result = { ...texts, figures };
  const counted = countedOf(result);
  return counted.ok ? success(result) : failure(`result: ${counted.error}`);
}

const textFields = ['network', 'backend', 'adapter', 'browser'] as const;

const zeroes: Readonly<Record<NumberField, number>> = {
  dateSeconds: 0,
  frames: 0,
  endToEndMs: 0,
  endToEndP95Ms: 0,
  captureMs: 0,
  preprocessMs: 0,
  inferenceMs: 0,
  inferenceP95Ms: 0,
  readbackMs: 0,
  handoverMs: 0,
  shownPerSecond: 0,
  droppedFrames: 0,
  compileMs: 0,
  firstFrameMs: 0,
  memoryBytes: 0,
};
