import type { ActivationFunction } from '../../nets/op';
import type { StatedModule } from '../formats/pytorch/wholeModule';
import { isOfTraining } from '../formats/pytorch/pytorch';
import type { Normalisation } from '../frames/preprocess';
import { UnreadableLayers, type StatedModules, type StatedPool } from './checkpointLayers';
import { pairOf } from './moduleAttributes';

/** The way out of a module that says something else than the network, or nothing. */
export const savesWeights =
  'if the network is the plain one, save its weights alone: torch.save(model.state_dict(), "weights.pth")';

/** Classes of activations of PyTorch, timm and transformers. */
const activations: ReadonlyMap<string, ActivationFunction> = new Map([
  ['ReLU', 'relu'],
  ['ReLU6', 'relu6'],
  ['Hardswish', 'hardSwish'],
  ['HardSwish', 'hardSwish'],
  ['Hardsigmoid', 'hardSigmoid'],
  ['HardSigmoid', 'hardSigmoid'],
  ['Sigmoid', 'sigmoid'],
  ['SiLU', 'swish'],
  ['SiLUActivation', 'swish'],
]);

/** Classes of activations and norms that no network here has. */
const others =
  /^(LeakyReLU|PReLU|ELU|CELU|SELU|GELU\w*|Mish|Softplus|Tanh|Hardtanh|Softsign|RReLU|Threshold|LogSigmoid|GLU|InstanceNorm\w*|LocalResponseNorm|PixelShuffle|Upsample)$/;

/** Packages whose classes do what their names say. */
const known = /^(torch|torchvision|timm|transformers)\./;

/** Modules without weights that do nothing at inference, or only hold others. */
const harmless = new RegExp(
  [
    String.raw`^torch\.nn\.modules\.(container\.\w+|dropout\.\w+|linear\.Identity|loss\.\w+)$`,
    String.raw`^torch\.nn\.utils\.parametrizations\.`,
    String.raw`^torch\.(ao\.)?quantization\.stubs\.`,
    String.raw`\.functional_modules\.FloatFunctional$`,
    String.raw`^torchvision\.ops\.stochastic_depth\.StochasticDepth$`,
    String.raw`^timm\.(models\.)?layers\.drop\.\w+$`,
  ].join('|'),
);

/** Attributes of blocks that say whether their input is added: torchvision's, timm's, transformers'. */
const residual = ['use_res_connect', 'has_skip', 'use_residual'] as const;

/**
 * What the modules of a network that was saved whole say of the ops between its layers.
 * @param names the names of all tensors of the file
 * @throws UnreadableLayers with the first module that no network here has, or whose effect only its code tells
 */
export function statedModules(modules: readonly StatedModule[], names: readonly string[]): StatedModules | undefined {
  if (modules.length === 0) return undefined;
  const own = modules.filter(({ path }) => !isOfTraining(`${path}.`));
  const holders = holdersOf(names);
  const found = own.map((module) => partOf(module, holders.has(module.path)));
  const scalings = found.flatMap((part) => (part.kind === 'normalise' ? [part] : []));
  const [scaling, second] = scalings;
  if (second !== undefined) throw new UnreadableLayers(second.path, `a second normalisation: ${savesWeights}`);
  const sums = own.flatMap(({ attributes }) => residual.flatMap((name) => attributes.get(name) ?? []));
  return {
    activations: found.flatMap((part) => (part.kind === 'activation' ? [part] : [])),
    pools: found.flatMap((part) => (part.kind === 'pool' ? [part] : [])),
    ...(sums.length > 0 && { sums: sums.filter((sum) => sum === true).length }),
    ...(scaling && { normalisation: scaling.normalisation }),
    isInception: own.some(({ className }) => /\.Inception(3|V3)$/.test(className)),
    mayCall: callsFunctions(own, holders),
  };
}

/** The paths of all modules that have a tensor in them. */
function holdersOf(names: readonly string[]): ReadonlySet<string> {
  const holders = new Set<string>(['']);
  for (const name of names) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const path = name.slice(0, dot);
      if (holders.has(path)) break;
      holders.add(path);
    }
  }
  return holders;
}

/**
 * Whether activations and pools may be functions in the network's code, which do not show: torchvision's Inception has
 * them, and classes of one's own may, but not those in which an Identity has replaced a module.
 */
function callsFunctions(modules: readonly StatedModule[], holders: ReadonlySet<string>): boolean {
  const classes = modules.filter(({ path }) => holders.has(path)).map(({ className }) => className);
  if (classes.some((name) => name === 'torchvision.models.inception.Inception3')) return true;
  const hasIdentity = modules.some(({ className }) => className.endsWith('.Identity'));
  return !hasIdentity && classes.some((name) => !known.test(name));
}

type Part =
  | { readonly kind: 'plain' }
  | { readonly kind: 'normalise'; readonly path: string; readonly normalisation: Normalisation }
  | ({ readonly kind: 'activation' } & StatedModules['activations'][number])
  | ({ readonly kind: 'pool' } & StatedPool);

function partOf(module: StatedModule, hasWeights: boolean): Part {
  const { path, className } = module;
  const name = className.slice(className.lastIndexOf('.') + 1);
  if (others.test(name)) throw new UnreadableLayers(path, `${name}, which no network here has`);
  const activation = known.test(className) ? activations.get(name) : undefined;
  if (activation !== undefined) return activationOf(module, activation);
  if (/^torchvision\.transforms\..*\.Normalize$/.test(className)) return normalisationOf(module);
  const isTorch = className.startsWith('torch.nn.');
  if (isTorch && /^(Max|Avg|AdaptiveAvg)Pool2d$/.test(name)) return poolOf(module, name);
  if (/^timm\..*\.SelectAdaptivePool2d$/.test(className)) return selectedPool(module);
  if (isTorch && name === 'Flatten' && (module.attributes.get('start_dim') ?? 1) === 1) return { kind: 'plain' };
  if (hasWeights || harmless.test(className)) return { kind: 'plain' };
  throw new UnreadableLayers(path, `${name}, a module that the network has not; ${savesWeights}`);
}

function activationOf({ path, attributes }: StatedModule, activation: ActivationFunction): Part {
  const [low, high] = [attributes.get('min_val') ?? 0, attributes.get('max_val') ?? 6];
  if (activation === 'relu6' && (low !== 0 || high !== 6)) {
    throw new UnreadableLayers(path, `a ReLU6 from ${String(low)} to ${String(high)}, which no network here has`);
  }
  return { kind: 'activation', path, function: activation };
}

function normalisationOf({ path, attributes }: StatedModule): Part {
  const three = (name: string) => {
    const value = attributes.get(name);
    const [red, green, blue, ...more] = typeof value === 'object' ? value : [];
    if (red === undefined || green === undefined || blue === undefined || more.length > 0) return undefined;
    return [red, green, blue] as const;
  };
  const [mean, std] = [three('mean'), three('std')];
  if (mean === undefined || std === undefined || !std.every((value) => value > 0)) {
    throw new UnreadableLayers(path, `Normalize without a mean and std of three colours; ${savesWeights}`);
  }
  return { kind: 'normalise', path, normalisation: { mean, std } };
}

function poolOf({ path, attributes }: StatedModule, name: string): Part {
  const sides = (of: string) => pairOf(attributes.get(of));
  if (name === 'AdaptiveAvgPool2d') {
    const [rows, columns] = sides('output_size') ?? [];
    if (rows !== undefined && rows === columns) return { kind: 'pool', path, op: 'adaptive', side: rows };
    throw new UnreadableLayers(path, `AdaptiveAvgPool2d to no square; ${savesWeights}`);
  }
  const kernel = sides('kernel_size');
  const [stride, padding, dilation] = [sides('stride') ?? kernel, sides('padding') ?? [0, 0], sides('dilation')];
  const isPlain = dilation === undefined || (dilation[0] === 1 && dilation[1] === 1);
  const countsPadding = padding[0] === 0 || attributes.get('count_include_pad') !== false;
  const windows = [kernel, stride, padding];
  const isSquare = windows.every((window) => window !== undefined && window[0] === window[1]);
  if (!isPlain || !isSquare || !countsPadding || attributes.get('divisor_override') !== undefined) {
    throw new UnreadableLayers(path, `${name} with a window that no network here has`);
  }
  return {
    ...{ kind: 'pool', path, op: name === 'MaxPool2d' ? 'maxPool' : 'averagePool' },
    ...{ kernel: kernel?.[0] ?? 0, stride: stride?.[0] ?? 0, padding: padding[0] },
    isCeil: attributes.get('ceil_mode') === true,
  };
}

/** Its pool is a module inside, which counts itself. */
function selectedPool({ path, attributes }: StatedModule): Part {
  const type = attributes.get('pool_type');
  if (type === undefined || type === 'avg') return { kind: 'plain' };
  throw new UnreadableLayers(path, `SelectAdaptivePool2d by ${String(type)}, where networks here have avg`);
}
