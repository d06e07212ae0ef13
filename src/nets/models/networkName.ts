import { modelById } from './index';
import type { Model } from './model';
import type { NetworkMisfit } from '../networkMisfit';
import type { Choice } from '../parameter';
import { choiceMisfit, choiceMisfitText, defaultsOf, nearestChoice, parametersBesides } from '../parameter';
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

/** The same for people, `ShuffleNet V2 0.5×`: the network's name, its structure unless default, its width. */
export function networkTitle({ model, choice }: NamedNetwork): string {
  const structure = parametersBesides(model.options, ['width', 'release', 'padding', 'variant', 'input', 'head']);
  const unusual = structure.flatMap(([name, option]) => {
    const value = choice[name] ?? option.default;
    if (value === option.default) return [];
    return [typeof value === 'string' ? value : `${symbols[name] ?? `${name} `}${String(value)}`];
  });
  return [model.name, ...unusual, ...('width' in choice ? [`${String(choice['width'])}×`] : [])].join(' ');
}

/** What papers call an option, the same in every language. */
const symbols: Readonly<Record<string, string>> = { groups: 'g\u00a0=\u00a0' };

/** Parses what `networkName` writes. The error describes the first part that is wrong. */
export function networkOfName(name: string): Result<NamedNetwork> {
  const named = readName(name);
  return named.ok ? named : failure(misfitText(named.error));
}

/** What is wrong with a name, as data for sentences; undefined where it names a network that can be built. */
export function networkMisfit(name: string): NetworkMisfit | undefined {
  const named = readName(name);
  if (!named.ok) return named.error;
  const { model, choice } = named.value;
  const graph = model.build(choice);
  return graph.ok ? undefined : { kind: 'impossible', reason: graph.error };
}

function readName(name: string): Result<NamedNetwork, NetworkMisfit> {
  const [id = '', ...parts] = name.split(':');
  const found = modelById(id);
  if (!found.ok) return failure({ kind: 'noSuchNetwork', id, reason: found.error });
  const { value: model } = found;
  const broken = parts.find((part) => !part.includes('='));
  if (broken !== undefined) return failure({ kind: 'noValue', id, part: broken });
  const pairs = parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const);
  const wanted = Object.fromEntries(pairs);
  const misfit = choiceMisfit(model.options, wanted);
  return misfit === undefined
    ? success({ model, choice: nearestChoice(model.options, wanted) })
    : failure({ kind: 'option', id, network: model.name, misfit });
}

function misfitText(misfit: NetworkMisfit): string {
  switch (misfit.kind) {
    case 'noSuchNetwork':
    case 'impossible':
      return misfit.reason;
    case 'noValue':
      return `${misfit.id}: option without a value (got ${misfit.part}, wanted name=value)`;
    case 'option':
      return `${misfit.id}: ${choiceMisfitText(misfit.misfit)}`;
  }
}
