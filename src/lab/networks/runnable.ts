import { modelById } from '../../nets/models';
import type { Model } from '../../nets/models/model';
import {
  networkMisfit,
  networkName,
  networkOfName,
  networkTitle,
  type NamedNetwork,
} from '../../nets/models/networkName';
import type { NetworkMisfit } from '../../nets/networkMisfit';
import { defaultsOf, parametersBesides, type IntegerParameter } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { Manifest } from '../../run/weights/manifest';
import type { NetworkChoice } from '../../run/engine/engineCalls';

/** A network to run: any of the catalogue with any options, and trained weights where they exist. */
export type Runnable = {
  readonly network: NamedNetwork;
  /** Null for random weights, which cost the device the same but give meaningless labels. */
  readonly manifest: Manifest | null;
};

/** Sides of the square input that the lab accepts, in pixels. */
const runnableResolutions = { min: 64, max: 299 } as const;

/**
 * The name used in addresses and results: the folder of its weights, with the resolution where that differs from theirs
 * (`squeezenet-everyday64:resolution=96`). Without weights, the name that `networkName` writes.
 */
export function runnableName({ network, manifest }: Runnable): string {
  if (manifest === null) return networkName(network);
  const { resolution } = network.choice;
  return resolution === manifest.resolution ? manifest.name : `${manifest.name}:resolution=${String(resolution)}`;
}

/** Parses what `runnableName` writes. Fails with a sentence about the first wrong part. */
export function runnableOf(name: string, trained: readonly Manifest[]): Result<Runnable> {
  const { manifest, network: written } = namedWeights(name, trained);
  const network = networkOfName(written);
  if (!network.ok) return network;
  return runnableResult(
    manifest !== undefined && fits(manifest, network.value)
      ? withManifest(network.value, manifest)
      : withWeights(network.value, trained),
  );
}

/** Why `runnableOf` fails, as data for sentences; undefined where it does not. */
export function runnableMisfit(name: string, trained: readonly Manifest[]): NetworkMisfit | undefined {
  const { network: written } = namedWeights(name, trained);
  const misfit = networkMisfit(written);
  const network = networkOfName(written);
  if (misfit !== undefined || !network.ok) return misfit;
  const { model, choice } = network.value;
  const got = Number(choice['resolution']);
  const { min: minimum, max: maximum } = runnableResolutions;
  if (got >= minimum && got <= maximum) return undefined;
  const legal = { kind: 'range', minimum, maximum, isWhole: true } as const;
  const used = Math.min(Math.max(got, minimum), maximum);
  return {
    kind: 'option',
    id: model.id,
    network: model.name,
    misfit: { kind: 'illegalValue', name: 'resolution', got: String(got), used, legal },
  };
}

/** The weights that a name begins with, if any, and the network that it means as `networkName` writes it. */
function namedWeights(name: string, trained: readonly Manifest[]) {
  const [id = '', ...parts] = name.split(':');
  const manifest = trained.find((candidate) => candidate.name === id);
  if (manifest === undefined) return { manifest, network: name };
  const own = Object.entries({ ...manifest.options, resolution: manifest.resolution });
  const settings = own.map(([option, value]) => `${option}=${String(value)}`);
  return { manifest, network: [manifest.net, ...settings, ...parts].join(':') };
}

/** Whether it was kept without its classifier: it runs for its features, and names nothing. */
export function givesFeatures({ network }: Runnable): boolean {
  return network.choice['classes'] === 0;
}

/** A network with weights for its options, where they exist. The number of classes becomes that of the weights. */
export function withWeights(network: NamedNetwork, trained: readonly Manifest[]): Runnable {
  const hasClassifier = network.choice['classes'] !== 0;
  const candidates = trained.filter(
    (manifest) => fits(manifest, network) && (manifest.options['classes'] !== 0) === hasClassifier,
  );
  const sameClasses = ({ options }: Manifest): boolean => (options['classes'] ?? 1000) === network.choice['classes'];
  const manifest = candidates.find(sameClasses) ?? candidates[0];
  return manifest === undefined ? { network, manifest: null } : withManifest(network, manifest);
}

/** The network that weights were trained for. */
export function trainedRunnable(manifest: Manifest): Result<Runnable> {
  return runnableOf(manifest.name, [manifest]);
}

/** The weights to go back to from options that have none: those of as many classes, if there are any. */
export function trainedInstead({ network }: Runnable, trained: readonly Manifest[]): Runnable | null {
  const known = weightsOf(network.model.id, trained).filter(({ options }) => options['classes'] !== 0);
  const manifest = known.find(({ options }) => (options['classes'] ?? 1000) === network.choice['classes']) ?? known[0];
  const runnable = manifest === undefined ? undefined : trainedRunnable(manifest);
  return runnable?.ok === true ? runnable.value : null;
}

/** A network of the catalogue at its defaults. */
export function untrainedRunnable(model: Model): Runnable {
  return { network: { model, choice: defaultsOf(model.options) }, manifest: null };
}

/** The same network at another resolution. */
export function withResolution({ network, manifest }: Runnable, resolution: number): Runnable {
  return { network: { ...network, choice: { ...network.choice, resolution } }, manifest };
}

/** The resolution parameter of a network, limited to what the lab accepts, in steps of one pixel. */
export function runnableResolution({ options: { resolution } }: Model): IntegerParameter {
  const minimum = Math.max(runnableResolutions.min, resolution.minimum);
  return { kind: 'integer', role: 'input', default: resolution.default, minimum, maximum: runnableResolutions.max };
}

/** About half the side, which needs a quarter of the memory for activations; null where that would be too small. */
export function smallerResolution({ network: { model, choice } }: Runnable): number | null {
  const { minimum } = runnableResolution(model);
  const resolution = Number(choice['resolution']);
  return resolution <= minimum ? null : Math.max(minimum, Math.round(resolution / 2 / 16) * 16);
}

/** What the engine loads. */
export function networkChoiceOf({ network: { model, choice }, manifest }: Runnable): NetworkChoice {
  const { resolution, ...options } = choice;
  return { id: model.id, options, resolution: Number(resolution), weights: manifest?.name ?? null };
}

/** A name for people, with the options that are not defaults: `ShuffleNet V2 0.5×`. */
export function runnableTitle({ network }: Runnable): string {
  return networkTitle(network);
}

/** A name for people for the network of some weights. */
export function manifestTitle(manifest: Manifest): string {
  const runnable = trainedRunnable(manifest);
  return runnable.ok ? runnableTitle(runnable.value) : manifest.net;
}

/** Whether weights were trained with these options; resolution and classes may differ. */
function fits({ net, options }: Manifest, { model, choice }: NamedNetwork): boolean {
  const compared = parametersBesides(model.options, ['input', 'head', 'release', 'variant']);
  return net === model.id && compared.every(([name, option]) => (options[name] ?? option.default) === choice[name]);
}

function withManifest({ model, choice }: NamedNetwork, manifest: Manifest): Runnable {
  return { network: { model, choice: { ...choice, ...manifest.options } }, manifest };
}

/** Fails with a sentence where a network cannot be built or run. */
function runnableResult(runnable: Runnable): Result<Runnable> {
  const { model, choice } = runnable.network;
  const { min, max } = runnableResolutions;
  const resolution = Number(choice['resolution']);
  if (resolution < min || resolution > max) {
    return failure(
      `${model.id}: resolution is out of what runs here (got ${String(resolution)}, wanted ${String(min)} to ${String(max)})`,
    );
  }
  const graph = model.build(choice);
  return graph.ok ? success(runnable) : graph;
}

/** All trained weights for a network, with any options. */
export function weightsOf(modelId: string, trained: readonly Manifest[]): readonly Manifest[] {
  return trained.filter(({ net }) => net === modelId && modelById(net).ok);
}
