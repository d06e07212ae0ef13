import { modelById } from '../../nets/models';
import type { Model } from '../../nets/models/model';
import { networkName, networkOfName, networkTitle, type NamedNetwork } from '../../nets/models/networkName';
import { defaultsOf, parametersBesides, type IntegerParameter } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { Manifest } from '../../run/weights/manifest';
import type { NetworkChoice } from '../../run/engine/engineCalls';

/** A network that can be run: any of the catalogue under any options, with trained weights where there are some. */
export type Runnable = {
  readonly network: NamedNetwork;
  /** Null: random weights, which cost the device the same and name nothing. */
  readonly manifest: Manifest | null;
};

/** Sides of the square input that the lab runs, in pixels. */
export const runnableResolutions = { least: 64, most: 299 } as const;

/**
 * One word for it, for addresses and results: the folder of its weights and the resolution where it is not theirs,
 * `squeezenet-everyday64:resolution=96`; without weights as `networkName` writes it.
 */
export function runnableName({ network, manifest }: Runnable): string {
  if (manifest === null) return networkName(network);
  const { resolution } = network.choice;
  return resolution === manifest.resolution ? manifest.name : `${manifest.name}:resolution=${String(resolution)}`;
}

/** What `runnableName` wrote. Fails with the sentence of the first part that is wrong. */
export function runnableOf(name: string, trained: readonly Manifest[]): Result<Runnable> {
  const [id = '', ...parts] = name.split(':');
  const manifest = trained.find((candidate) => candidate.name === id);
  if (manifest === undefined) {
    const network = networkOfName(name);
    return network.ok ? inBounds(withWeights(network.value, trained)) : network;
  }
  const own = Object.entries({ ...manifest.options, resolution: manifest.resolution });
  const settings = own.map(([option, value]) => `${option}=${String(value)}`);
  const network = networkOfName([manifest.net, ...settings, ...parts].join(':'));
  if (!network.ok) return network;
  return inBounds(
    fits(manifest, network.value) ? joined(network.value, manifest) : withWeights(network.value, trained),
  );
}

/** A network with the weights there are for its options. Which classes they know, they say themselves. */
export function withWeights(network: NamedNetwork, trained: readonly Manifest[]): Runnable {
  const candidates = trained.filter((manifest) => fits(manifest, network));
  const sameClasses = ({ options }: Manifest): boolean => (options['classes'] ?? 1000) === network.choice['classes'];
  const manifest = candidates.find(sameClasses) ?? candidates[0];
  return manifest === undefined ? { network, manifest: null } : joined(network, manifest);
}

/** A network as its weights were trained. */
export function trainedRunnable(manifest: Manifest): Result<Runnable> {
  return runnableOf(manifest.name, [manifest]);
}

/** A network of the catalogue at its defaults. */
export function untrainedRunnable(model: Model): Runnable {
  return { network: { model, choice: defaultsOf(model.options) }, manifest: null };
}

/** The same network on another picture size. */
export function withResolution({ network, manifest }: Runnable, resolution: number): Runnable {
  return { network: { ...network, choice: { ...network.choice, resolution } }, manifest };
}

/** The resolution of a network within what the lab runs, every pixel a step. */
export function runnableResolution({ options: { resolution } }: Model): IntegerParameter {
  const minimum = Math.max(runnableResolutions.least, resolution.minimum);
  return { kind: 'integer', role: 'input', default: resolution.default, minimum, maximum: runnableResolutions.most };
}

/** About half the side, which takes a quarter of the memory between the layers; null where that would be too small. */
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

/** `ShuffleNet V2 0.5x`: the network's name, the options that are not its defaults, its width. */
export function runnableTitle({ network }: Runnable): string {
  return networkTitle(network);
}

/** The same of weights, by what their manifest says. */
export function manifestTitle(manifest: Manifest): string {
  const runnable = trainedRunnable(manifest);
  return runnable.ok ? runnableTitle(runnable.value) : manifest.net;
}

/** Whether the weights are of these options; resolution and classes do not matter for that. */
function fits({ net, options }: Manifest, { model, choice }: NamedNetwork): boolean {
  const compared = parametersBesides(model.options, ['input', 'head', 'release']);
  return net === model.id && compared.every(([name, option]) => (options[name] ?? option.default) === choice[name]);
}

function joined({ model, choice }: NamedNetwork, manifest: Manifest): Runnable {
  return { network: { model, choice: { ...choice, ...manifest.options } }, manifest };
}

/** Refuses what cannot be built or run, with a sentence. */
function inBounds(runnable: Runnable): Result<Runnable> {
  const { model, choice } = runnable.network;
  const { least, most } = runnableResolutions;
  const resolution = Number(choice['resolution']);
  if (resolution < least || resolution > most) {
    return failure(
      `${model.id}: resolution is out of what runs here (got ${String(resolution)}, wanted ${String(least)} to ${String(most)})`,
    );
  }
  const graph = model.build(choice);
  return graph.ok ? success(runnable) : graph;
}

/** The trained weights that there are for a network, whatever the options. */
export function weightsOf(modelId: string, trained: readonly Manifest[]): readonly Manifest[] {
  return trained.filter(({ net }) => net === modelId && modelById(net).ok);
}
