import type { Result } from './result';
import { failure, success } from './result';

/** What a person may choose about a network or a block: legal values, and the one taken when nothing is said. */
export type OptionSpec =
  | { readonly kind: 'integer'; readonly default: number; readonly minimum: number; readonly maximum: number }
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly step: number;
    }
  | { readonly kind: 'choice'; readonly default: number | string; readonly values: readonly (number | string)[] };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Chosen values by option name, not yet checked. */
export type Choice = Readonly<Record<string, number | string>>;

/** The checked values of specs S, one for every option. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends { readonly values: readonly (infer V)[] } ? V : number;
};

/**
 * Checks a choice against its specs and fills in the defaults. Numbers may come as text (command line, URL).
 * Fails with a sentence that names the allowed values: `groups: no such value (got 7, wanted 1, 2, 3, 4 or 8)`.
 */
export function parseChoice<S extends OptionSpecs>(specs: S, choice: Choice): Result<OptionValues<S>> {
  const unknown = Object.keys(choice).find((name) => !(name in specs));
  if (unknown !== undefined)
    return failure(`${unknown}: no such option here (wanted ${alternatives(Object.keys(specs))})`);
  const values: Record<string, number | string> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = normalised(spec, choice[name] ?? spec.default);
    if (value === undefined)
      return failure(`${name}: no such value (got ${String(choice[name])}, wanted ${allowedText(spec)})`);
    values[name] = value;
  }
  return isComplete(specs, values)
    ? success(values)
    : failure(`options: incomplete (wanted ${Object.keys(specs).join(', ')})`);
}

/** The default of every option. */
export function defaultsOf(specs: OptionSpecs): Choice {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
}

/** The legal values of an option in words. */
function allowedText(spec: OptionSpec): string {
  switch (spec.kind) {
    case 'choice':
      return alternatives(spec.values.map(String));
    case 'integer':
      return `a whole number from ${String(spec.minimum)} to ${String(spec.maximum)}`;
    case 'number':
      return `a number from ${String(spec.minimum)} to ${String(spec.maximum)}`;
  }
}

function isComplete<S extends OptionSpecs>(specs: S, values: Choice): values is OptionValues<S> & Choice {
  return Object.entries(specs).every(([name, spec]) => {
    const value = values[name];
    return value !== undefined && normalised(spec, value) === value;
  });
}

/** The value in the spec's own type, or undefined when it is not legal. */
function normalised(spec: OptionSpec, value: number | string): number | string | undefined {
  if (spec.kind === 'choice')
    return spec.values.find((allowed) => String(allowed) === String(value) || allowed === numberOf(value));
  const number = numberOf(value);
  if (number === undefined || number < spec.minimum || number > spec.maximum) return undefined;
  return spec.kind === 'integer' && !Number.isInteger(number) ? undefined : number;
}

function numberOf(value: number | string): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${String(words.at(-1))}`;
}
