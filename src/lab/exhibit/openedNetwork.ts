import type { Graph } from '../../nets/graph';
import type { SeenTensor, TensorView } from '../../nets/maps/tensorView';
import { costOf, type Cost } from '../../nets/readings/cost';
import { failure, success, type Result } from '../../nets/result';
import { foldedGraph } from '../../nets/weights/fold';
import type { createEngine, Engine } from '../../run/engine/engine';
import type { LoadProgress, NetworkHandle } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import type { FrameSource } from '../../run/frames/frameSource';
import { openPhoto } from '../../run/frames/photo';
import { appWeightsUrl } from '../../run/weights/appWeightsUrl';
import { fetchJson } from '../../run/weights/fetchFile';
import { parseManifest, type Manifest } from '../../run/weights/manifest';
import { networkChoiceOf, runnableTitle, trainedRunnable, type Runnable } from '../networks/runnable';
import { samples } from '../session/samples';

/** The network of an exhibit, as it runs. */
export type ExhibitedNetwork = {
  readonly name: string;
  /** With batch norm folded. */
  readonly graph: Graph;
  readonly cost: Cost;
  readonly manifest: Manifest;
  readonly labels: readonly string[] | null;
};

/** Tensors of one run, by node id: as they look, and every value. */
export type ExhibitedMaps = ReadonlyMap<string, SeenTensor & { readonly values: Float32Array }>;

/** A trained network in an engine of its own, and the photo that it looks at. */
export type OpenedNetwork = {
  readonly engine: Engine;
  readonly handle: NetworkHandle;
  readonly photo: FrameSource;
  readonly network: ExhibitedNetwork;
};

/** Downloads a trained network and the sample photo, and starts an engine. */
export async function openNetwork(
  weights: string,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Result<OpenedNetwork, RunError>> {
  const manifest = await fetchJson(`${appWeightsUrl()}${weights}/manifest.json`, parseManifest, signal);
  if (!manifest.ok) return manifest;
  const runnable = trainedRunnable(manifest.value);
  if (!runnable.ok) return failure({ code: 'badNetwork', detail: runnable.error });
  // Whatever can fail without an engine comes before it, so that no failure leaves one open.
  const built = networkOf(runnable.value, manifest.value);
  if (!built.ok) return built;
  const start = await engineStart();
  if (!start.ok) return start;
  const photo = await openPhoto(samples[0].url, signal);
  if (!photo.ok) return photo;
  const engine = start.value('auto');
  const loaded = await engine.load(networkChoiceOf(runnable.value), { onProgress, signal });
  if (!loaded.ok) {
    engine.dispose();
    photo.value.stop();
    return loaded;
  }
  const { network: handle, labels } = loaded.value;
  return success({ engine, handle, photo: photo.value, network: { ...built.value, labels } });
}

/** A chapter that nobody asks for values does without the engine's code. */
async function engineStart(): Promise<Result<typeof createEngine, RunError>> {
  try {
    return success((await import('../../run/engine/engine')).createEngine);
  } catch {
    return failure({ code: 'downloadFailed', url: 'engine', status: 0 });
  }
}

function networkOf(runnable: Runnable, manifest: Manifest): Result<Omit<ExhibitedNetwork, 'labels'>, RunError> {
  const built = runnable.network.model.build(runnable.network.choice);
  if (!built.ok) return failure({ code: 'badNetwork', detail: built.error });
  const graph = foldedGraph(built.value);
  return success({ name: runnableTitle(runnable), graph, cost: costOf(graph), manifest });
}

/** Frees the network, its engine and the photo. */
export function closeNetwork({ engine, photo }: OpenedNetwork): void {
  engine.dispose();
  photo.stop();
}

/** Tensors of one run on the photo. A run that is lost with the device is made again. */
export async function mapsOf(
  { engine, handle, photo }: OpenedNetwork,
  ids: readonly string[],
): Promise<Result<ExhibitedMaps, RunError>> {
  for (;;) {
    const frame = await photo.grab();
    if (!frame.ok) return frame;
    const seen = await engine.look(handle, ids.map(wholeView), frame.value);
    if (seen.ok)
      return success(new Map(seen.value.map((map) => [map.id, { ...map, values: map.exact?.values ?? none }])));
    if (seen.error.code !== 'deviceLost' || !seen.error.recovering) return seen;
  }
}

const none = new Float32Array();

function wholeView(id: string): TensorView {
  return { id, maps: { pick: 'all' }, side: 28, exact: { from: 0, end: Infinity } };
}
