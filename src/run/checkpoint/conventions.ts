import type { Graph } from '../../nets/graph';
import type { Model } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import type { Normalisation } from '../frames/preprocess';
import type { CheckpointLayers, Naming, WeightNote } from './checkpointLayers';
import { publisherConventionsOf, timmKindOf, type PublisherConventions, type Sources } from './publisherConventions';

/** Where a convention comes from; `assumed` where nothing says it. */
export type Origin = 'chosen' | 'file' | 'config' | 'publisher' | 'assumed';

/** What weights assume beyond their values: shown on the Recognised card, and set there or on the command line. */
export type Setting = {
  readonly name: SettingName;
  /** As people type it: `same`, `0.001`, `0.485,0.456,0.406`. */
  readonly value: string;
  readonly from: Origin;
  /** All values, where they are few. */
  readonly choices?: readonly string[];
  /** Whether two networks fit and nothing tells which: the person must choose before it runs. */
  readonly isOpen?: boolean;
};

export type SettingName =
  'weights' | 'width' | 'resolution' | 'mean' | 'std' | 'colours' | 'padding' | 'epsilon' | 'activation' | 'gate';

export type Conventions = PublisherConventions & {
  /** Choices of the network's variants. */
  readonly variants: Choice;
  readonly settings: readonly Setting[];
};

/** What a person set, beside the network's own options. */
export type ChosenConventions = {
  readonly mean?: Normalisation['mean'];
  readonly std?: Normalisation['std'];
  readonly colours?: 'rgb' | 'bgr';
  readonly epsilon?: number;
};

/**
 * The conventions of weights that fit `model`: what the person chose, else what the file states, else its config.json,
 * else its publisher's habit, else PyTorch's defaults.
 * @param options the network's options that are chosen or known
 */
export function conventionsOf(
  model: Model,
  checkpoint: CheckpointLayers,
  sources: Sources,
  { options, chosen }: { readonly options: Choice; readonly chosen: ChosenConventions },
): Conventions {
  const published = publisherConventionsOf(model, checkpoint, sources, options['padding']);
  const { config } = sources;
  const isKnown = isKnownCode(checkpoint.naming);
  const usual: Origin = isKnown ? 'publisher' : 'assumed';
  const scaling = checkpoint.normalisation === undefined ? (config?.normalisation ? 'config' : usual) : 'file';
  const normalisation = { ...published.normalisation, ...pick(chosen, ['mean', 'std']) };
  const isBgr = chosen.colours === undefined ? published.isBgr : chosen.colours === 'bgr';
  const padding = paddingSetting(model, checkpoint, sources, published, options);
  const variants = variantSettings(model, checkpoint, sources, options);
  const settings: Setting[] = [
    { name: 'mean', value: numbersText(normalisation.mean), from: chosen.mean ? 'chosen' : scaling },
    { name: 'std', value: numbersText(normalisation.std), from: chosen.std ? 'chosen' : scaling },
    {
      ...{ name: 'colours', value: isBgr ? 'bgr' : 'rgb', choices: ['rgb', 'bgr'] },
      from: chosen.colours === undefined ? usual : 'chosen',
    },
    ...padding,
    ...variants,
  ];
  const epsilon = chosen.epsilon ?? published.epsilon;
  return {
    padding: published.padding,
    normalisation,
    isBgr,
    ...(epsilon !== undefined && { epsilon }),
    variants: Object.fromEntries(variants.map(({ name, value }) => [name, value])),
    settings,
  };
}

/** How a setting of the batch norms' epsilon reads, given that of the graph. */
export function epsilonSetting(
  conventions: Conventions,
  { naming, orders }: CheckpointLayers,
  { graphEpsilon, sources, chosen }: { graphEpsilon: number; sources: Sources; chosen: ChosenConventions },
): Setting {
  const stated = orders[0]?.find(({ norm }) => norm?.epsilon !== undefined)?.norm?.epsilon;
  const value = stated ?? conventions.epsilon ?? graphEpsilon;
  const published: Origin =
    sources.config?.epsilon === undefined ? (isKnownCode(naming) ? 'publisher' : 'assumed') : 'config';
  const from = stated !== undefined ? 'file' : chosen.epsilon === undefined ? published : 'chosen';
  return { name: 'epsilon', value: String(value), from };
}

/** Whether the code that trained the weights is known by the names that it gives them. ONNX and TensorFlow Lite tell none. */
function isKnownCode(naming: Naming): boolean {
  return naming !== 'pytorch' && naming !== 'onnx' && naming !== 'tensorflow';
}

/**
 * That strides are assumed, where the file may be a copy for the 10 or 100 classes of CIFAR: those keep every shape and
 * change strides.
 */
export function strideNotes(naming: Naming, classes: number): readonly WeightNote[] {
  return naming === 'pytorch' || classes === 10 || classes === 100 ? [{ kind: 'stridesAssumed' }] : [];
}

/** That activations or pools are assumed, of a network saved whole whose code calls them as functions. */
export function callNotes(modules: CheckpointLayers['modules'], graph?: Graph): readonly WeightNote[] {
  if (modules?.mayCall !== true || modules.isInception) return [];
  const wanted = graph?.nodes.filter(({ op }) => op.kind === 'activation').length ?? 1;
  const [activations, pools] = [modules.activations.length < wanted, modules.pools.length === 0];
  if (!activations && !pools) return [];
  return [{ kind: 'callsAssumed', what: activations && pools ? 'both' : activations ? 'activations' : 'pools' }];
}

function paddingSetting(
  model: Model,
  checkpoint: CheckpointLayers,
  sources: Sources,
  { padding }: PublisherConventions,
  options: Choice,
): readonly Setting[] {
  if (!('padding' in model.options)) return [];
  const shared = { name: 'padding', value: padding, choices: ['symmetric', 'same'] } as const;
  if ('padding' in options) return [{ ...shared, from: 'chosen' }];
  if (checkpoint.padding !== undefined) return [{ ...shared, from: 'file' }];
  if (sources.config?.padding !== undefined) return [{ ...shared, from: 'config' }];
  if (!isKnownCode(checkpoint.naming)) return [{ ...shared, from: 'assumed' }];
  // timm has MobileNet V3 and EfficientNet-Lite twice under the same names, once converted from TensorFlow.
  const isTwofold = checkpoint.naming === 'timm' && twofold.has(model.id) && timmKindOf(sources) === undefined;
  return [{ ...shared, from: isTwofold ? 'assumed' : 'publisher', ...(isTwofold && { isOpen: true }) }];
}

const twofold = new Set(['mobilenet-v3', 'efficientnet-lite0']);

function variantSettings(
  model: Model,
  checkpoint: CheckpointLayers,
  { config }: Sources,
  options: Choice,
): readonly Setting[] {
  return (['activation', 'gate'] as const).flatMap((name): readonly Setting[] => {
    const option = model.options[name];
    if (option?.kind !== 'choice') return [];
    const shared = { name, choices: option.values };
    const chosen = options[name];
    if (chosen !== undefined) return [{ ...shared, value: String(chosen), from: 'chosen' }];
    const stated = name === 'gate' ? checkpoint.gate : statedRelu(checkpoint);
    if (stated !== undefined) return [{ ...shared, value: stated, from: 'file' }];
    if (name === 'activation' && config?.activation !== undefined)
      return [{ ...shared, value: config.activation, from: 'config' }];
    const isKnown = isKnownCode(checkpoint.naming);
    return [
      { ...shared, value: option.default, from: isKnown ? 'publisher' : 'assumed', ...(!isKnown && { isOpen: true }) },
    ];
  });
}

/** ReLU or ReLU6, if the modules state one of them. */
function statedRelu({ activations }: CheckpointLayers): 'relu' | 'relu6' | undefined {
  const [first, ...others] = (['relu', 'relu6'] as const).filter((name) => activations?.has(name));
  return others.length === 0 ? first : undefined;
}

/** Numbers as people type them: `0.485,0.456,0.406`. */
export function numbersText(values: readonly number[]): string {
  return values.map((value) => String(Number(value.toPrecision(6)))).join(',');
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (from[key] !== undefined) picked[key] = from[key];
  return picked;
}
