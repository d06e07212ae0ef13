import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import { networkOfName } from '../../nets/models/networkName';
import { failure, success, type Result } from '../../nets/result';
import type { DeviceReport, Executor } from '../device/executor';
import { randomTensors } from '../weights/randomTensors';
import type { RunError } from '../errors/runError';
import type { ServedCalls } from '../worker/serveCalls';
import { loadSilenceMs } from '../worker/silence';
import { openTimer } from './openTimer';
import type { DevicePeaks } from './devicePeaks';
import type { LayerTimes } from './timeLayers';
import { timeLayers } from './timeLayers';
import { wasmPeaks } from './wasmPeaks';
import { webgpuPeaks } from './webgpuPeaks';

/** A network to time layer by layer. */
export type LayersTask = {
  /** As written by `networkName`. */
  readonly network: string;
  readonly method: 'auto' | 'prefixes';
  readonly rounds: number;
};

export type LayersReport = { readonly device: DeviceReport; readonly times: LayerTimes; readonly peaks: DevicePeaks };

/** `compile` counts layers, `peaks` nothing (`total` 0), `layers` measured steps. */
export type LayersProgress = {
  readonly stage: 'compile' | 'peaks' | 'layers';
  readonly done: number;
  readonly total: number;
};

/** How a task reaches the page that waits for it. */
export type TaskPage<P> = { readonly tell: (progress: P) => void; readonly served: ServedCalls };

/** Times the layers of a network with random weights, and measures the peaks of the device for its roofline. */
export async function runLayersTask(
  executor: Executor,
  { network: name, method, rounds }: LayersTask,
  { tell, served }: TaskPage<LayersProgress>,
): Promise<Result<LayersReport, RunError>> {
  const named = networkOfName(name);
  const graph = named.ok ? named.value.model.build(named.value.choice) : named;
  if (!graph.ok) return failure({ code: 'badNetwork', detail: graph.error });
  tell({ stage: 'peaks', done: 0, total: 0 });
  const peaks = await served.silently(Infinity, () =>
    executor.device.backend === 'webgpu' ? webgpuPeaks() : wasmPeaks(executor),
  );
  if (!peaks.ok) return peaks;
  const compiled = await served.silently(loadSilenceMs, () => {
    const tensors = foldedTensors(graph.value, randomTensors(graph.value));
    return executor.compile(foldedGraph(graph.value), tensors, (done, total) =>
      tell({ stage: 'compile', done, total }),
    );
  });
  if (!compiled.ok) return compiled;
  const times = await served.silently(Infinity, async () => {
    const timer = await openTimer(compiled.value);
    if (!timer.ok) return timer;
    return timeLayers(timer.value, {
      method,
      rounds,
      onProgress: (done, total) => tell({ stage: 'layers', done, total }),
    });
  });
  compiled.value.dispose();
  return times.ok ? success({ device: executor.device, times: times.value, peaks: peaks.value }) : times;
}
