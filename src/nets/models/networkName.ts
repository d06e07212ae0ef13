import { modelById } from './index';
import type { Model } from './model';
import type { Choice } from '../parameter';
import { defaultsOf, parametersBesides, parseChoice } from '../parameter';
import type { Result } from '../result';
import { failure, success } from '../result';

/** A network of the catalogue with a value for every option. */
export type NamedNetwork = { readonly model: Model; readonly choice: Choice };

/** A network and its options as one word for addresses: `mobilenet-v2:width=0.5:resolution=192`. Omits defaults. */
export function networkName({ model, choice }: NamedNetwork): string {
  const defaults = defaultsOf(model.options);
  const chosen = Object.entries(choice).filter(([name, value]) => value !== defaults[name]);
  return [model.id, ...chosen.map(([name, value]) => `${name}=${String(value)}`)].join(':');
}

/** The same for people, `ShuffleNet V2 0.5x`: the network's name, its structure unless default, its width. */
export function networkTitle({ model, choice }: NamedNetwork): string {
  const structure = parametersBesides(model.options, ['width', 'release', 'padding', 'variant', 'input', 'head']);
  const unusual = structure.flatMap(([name, option]) => {
    const value = choice[name] ?? option.default;
    if (value === option.default) return [];
    return [typeof value === 'string' ? value : `${name} ${String(value)}`];
  });
  return [model.name, ...unusual, ...('width' in choice ? [`${String(choice['width'])}x`] : [])].join(' ');
}

/** Parses what `networkName` writes. The error describes the first part that is wrong. */
export function networkOfName(name: string): Result<NamedNetwork> {
  const [id = '', ...parts] = name.split(':');
  const model = modelById(id);
  if (!model.ok) return model;
  const broken = parts.find((part) => !part.includes('='));
  if (broken !== undefined) return failure(`${id}: option without a value (got ${broken}, wanted name=value)`);
  const pairs = parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const);
  const choice = parseChoice(model.value.options, Object.fromEntries(pairs));
  return choice.ok ? success({ model: model.value, choice: choice.value }) : failure(`${id}: ${choice.error}`);
}
