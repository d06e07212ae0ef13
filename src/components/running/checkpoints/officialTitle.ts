import { modelById } from '../../../nets/models';
import type { Choice } from '../../../nets/option';

/** `MobileNet V2 0.5x`: a network of the catalogue with options that are not its defaults. */
export function officialTitle({ net, options }: { readonly net: string; readonly options: Choice }): string {
  const model = modelById(net);
  if (!model.ok) return net;
  const specs = model.value.options;
  const width = options['width'] ?? specs['width']?.default;
  const others = Object.entries(options).filter(
    ([name, value]) => !unspoken.has(name) && (specs[name]?.default !== value || name === 'size'),
  );
  return [
    model.value.name,
    ...others.map(([, value]) => String(value)),
    ...(width === undefined ? [] : [`${String(width)}x`]),
  ].join(' ');
}

/** Options that a title leaves out, or says otherwise. */
const unspoken: ReadonlySet<string> = new Set(['width', 'padding', 'classes']);
