import { networkName, networkOfName, type NamedNetwork } from '../../nets/models/networkName';
import { costOf } from '../../nets/readings/cost';
import { success, type Result } from '../../nets/result';
import type { Backend } from '../../run/device/executor';
import type { LoadReport } from '../../run/engine/engineCalls';
import type { FrameSummary } from '../feed/frameFeed';
import type { Runnable } from '../networks/runnable';
import { leastMs, type NumberField } from './numberFields';
import { printableText } from './resultText';

/** One measured run: the network, the device and the measured figures. Costs are counted from the network's name. */
export type LabResult = {
  /** As `networkName` writes it, with resolution and classes: `mobilenet-v2:classes=64:resolution=96`. */
  readonly network: string;
  readonly backend: Backend;
  readonly adapter: string;
  /** `Chrome 156, Linux` */
  readonly browser: string;
  /** Who measured it, where somebody said so. */
  readonly nickname?: string;
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
    adapter: printableText(adapterOf(report)),
    browser: printableText(browser),
    figures: {
      dateSeconds: Math.round(nowMs / 1000),
      frames: latency.frames,
      endToEndMs: told(latency.endToEndMs),
      endToEndP95Ms: told(latency.endToEndP95Ms),
      captureMs: told(partsMs.capture),
      preprocessMs: told(partsMs.preprocess),
      inferenceMs: told(partsMs.inference),
      inferenceP95Ms: told(latency.inferenceP95Ms),
      readbackMs: told(partsMs.readback),
      handoverMs: told(partsMs.handover),
      shownPerSecond,
      droppedFrames,
      compileMs: told(report.compileMs),
      firstFrameMs: told(report.firstFrameMs),
      memoryBytes: report.memory.bytes,
    },
  };
}

/** A time as the clock tells it: a difference of less than its step is rounding, and none. */
function told(ms: number): number {
  return ms < leastMs ? 0 : ms;
}

/** Results with half precision count as those of another adapter. */
function adapterOf({ device: { adapter, halfPrecision } }: LoadReport): string {
  return halfPrecision === 'on' ? `${adapter}, half precision` : adapter;
}

type Counted = {
  readonly network: NamedNetwork;
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
};

/** The network of a result and its costs, counted from its graph; the same object for the same name. */
export function countedOf({ network }: Pick<LabResult, 'network'>): Result<Counted> {
  const known = counted.get(network);
  if (known !== undefined) return known;
  const fresh = countNetwork(network);
  // A class measures a few dozen networks. More names than this come from a file made to fill the memory.
  if (counted.size >= maxCounted) counted.clear();
  counted.set(network, fresh);
  return fresh;
}

const counted = new Map<string, Result<Counted>>();
const maxCounted = 1000;

function countNetwork(name: string): Result<Counted> {
  const named = networkOfName(name);
  if (!named.ok) return named;
  const { model, choice } = named.value;
  const graph = model.build(choice);
  if (!graph.ok) return graph;
  const { params, macs, memoryAccess } = costOf(graph.value);
  return success({ network: named.value, params, macs, memoryAccess });
}
