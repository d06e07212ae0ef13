import type { ModuleAttribute, StatedModule } from '../formats/pytorch/wholeModule';
import type { LayerWindow } from '../stated/storedLayer';
import { UnreadableLayers, type Naming } from './checkpointLayers';

/** How a convolution that was saved whole moves over its map, or undefined for any other module. */
export function statedWindow(module: StatedModule | undefined, naming: Naming): LayerWindow | undefined {
  if (module === undefined || !/\.Conv2d$|Conv2dSame$|Conv2dStaticSamePadding$/.test(module.className))
    return undefined;
  const { path, attributes } = module;
  const [stride, dilation] = [pairOf(attributes.get('stride')), pairOf(attributes.get('dilation'))];
  const mode = attributes.get('padding_mode');
  if (mode !== undefined && mode !== 'zeros') throw new UnreadableLayers(path, `padding by ${String(mode)}, not zeros`);
  const padding = pairOf(attributes.get('padding'));
  // A subclass pads by itself, as TensorFlow does, and so does the code of transformers where it gives no padding.
  const isOwn = !module.className.endsWith('.Conv2d') || (naming === 'transformers' && padding?.[0] === 0);
  return { ...(stride && { stride }), ...(dilation && { dilation }), ...(padding && !isOwn && { padding }) };
}

/** A number for both axes, or one for each. */
export function pairOf(value: ModuleAttribute | undefined): readonly [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  if (typeof value !== 'object') return undefined;
  const [rows, columns] = value;
  return rows !== undefined && columns !== undefined ? [rows, columns] : undefined;
}
