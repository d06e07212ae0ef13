import { modelById } from '../../../nets/models';
import type { OfficialWeights } from '../../../run/official/officialWeights';
import type { Choice, Parameter, ParameterSet } from '../../../nets/parameter';

/** The title of a network of the catalogue with options that differ from its defaults: `MobileNet V2 0.5×`. */
export function officialTitle({ net, options }: { readonly net: string; readonly options: Choice }): string {
  const model = modelById(net);
  if (!model.ok) return net;
  const known: ParameterSet = model.value.options;
  const width = options['width'] ?? known['width']?.default;
  const others = Object.entries(options).filter(([name, value]) => isSpoken(known[name], value));
  return [
    model.value.name,
    ...others.map(([, value]) => String(value)),
    ...(width === undefined ? [] : [`${String(width)}×`]),
  ].join(' ');
}

/** The title of official weights, with their publisher where others publish the same network. */
export function entryTitle(official: OfficialWeights): string {
  const { net, publisher } = official;
  const { implementation: _, ...options } = official.options;
  const title = officialTitle({ net, options });
  return publisher === 'torchvision' || publisher === 'Keras' ? title : `${title}, ${publisher}`;
}

/**
 * Whether a title says the value: every size, and whatever else is not the default, but padding, classes and variants of
 * the code.
 */
function isSpoken(option: Parameter | undefined, value: number | string): boolean {
  switch (option?.role) {
    case 'width':
    case 'padding':
    case 'variant':
    case 'head':
      return false;
    case 'size':
      return true;
    case 'structure':
    case 'ablation':
    case 'release':
    case 'input':
    case undefined:
      return option?.default !== value;
  }
}
