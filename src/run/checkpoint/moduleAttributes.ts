import type { ActivationFunction } from '../../nets/op';
import type { ModuleAttribute, StatedModule } from '../formats/pytorch/wholeModule';
import type { LayerWindow } from '../stated/storedLayer';
import { UnreadableLayers } from './checkpointLayers';

/** How a convolution that was saved whole moves over its map, or undefined for any other module. */
export function statedWindow(module: StatedModule | undefined): LayerWindow | undefined {
  if (module === undefined || !/\.Conv2d$|Conv2dSame$|Conv2dStaticSamePadding$/.test(module.className))
    return undefined;
  const { path, attributes } = module;
  const [stride, dilation] = [pairOf(attributes.get('stride')), pairOf(attributes.get('dilation'))];
  const mode = attributes.get('padding_mode');
  if (mode !== undefined && mode !== 'zeros') throw new UnreadableLayers(path, `padding by ${String(mode)}, not zeros`);
  const padding = pairOf(attributes.get('padding'));
  // A subclass pads by itself, as TensorFlow does.
  const isOwn = !module.className.endsWith('.Conv2d');
  return { ...(stride && { stride }), ...(dilation && { dilation }), ...(padding && !isOwn && { padding }) };
}

function pairOf(value: ModuleAttribute | undefined): readonly [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  if (typeof value !== 'object') return undefined;
  const [rows, columns] = value;
  return rows !== undefined && columns !== undefined ? [rows, columns] : undefined;
}

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

/**
 * The activations among the modules of a network that was saved whole. Those that a module only calls do not show.
 * @throws UnreadableLayers with the first that no network here has
 */
export function statedActivations(modules: readonly StatedModule[]): ReadonlySet<ActivationFunction> {
  const found = new Set<ActivationFunction>();
  for (const { path, className } of modules) {
    const name = className.slice(className.lastIndexOf('.') + 1);
    if (others.test(name)) throw new UnreadableLayers(path, `${name}, which no network here has`);
    const activation = activations.get(name);
    if (activation !== undefined) found.add(activation);
  }
  return found;
}
