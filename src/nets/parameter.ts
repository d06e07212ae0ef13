import type { Result } from './result';
import { failure, success } from './result';
import { nearestIndex, steps } from './steps';

/** A value that a person chooses: an option of a network or a knob of a block. */
export type Parameter = NumberParameter | RangeParameter | IntegerParameter | ChoiceParameter;

/**
 * A number from a list. `values` ascend; as a function they depend on the parameters declared before this one, so that,
 * say, groups only offers divisors of the channels.
 */
export type NumberParameter = {
  readonly kind: 'number';
  readonly default: number;
  readonly values: readonly number[] | ((chosen: (name: string) => number) => readonly number[]);
  readonly role?: Role;
};

/** Any number from `minimum` to `maximum`; a slider moves by `step`. */
export type RangeParameter = {
  readonly kind: 'range';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly role?: Role;
};

/** A whole number from `minimum` to `maximum`. A slider stops at the `stops` in this range, or at every number. */
export type IntegerParameter = {
  readonly kind: 'integer';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly stops?: readonly number[];
  readonly role?: Role;
};

/** One of a few words. */
export type ChoiceParameter = {
  readonly kind: 'choice';
  readonly default: string;
  readonly values: readonly string[];
  readonly role?: Role;
};

/**
 * What an option decides about its network.
 * - `structure`: which layers there are.
 * - `size`: which of several networks that share a name: small or large.
 * - `ablation`: a structure that the paper compares with and nobody deploys.
 * - `width`: the multiplier of every layer's channels, written `0.5×`.
 * - `release`: whose published code to follow where it differs from the paper.
 * - `padding`: how strided windows are padded; no shape depends on it.
 * - `variant`: what weights decide and no paper does: ReLU6 or ReLU, where both have the same shapes, or a layer before
 *   the classifier.
 * - `input`: the side of the image.
 * - `head`: the number of classes.
 */
export type Role = 'structure' | 'size' | 'ablation' | 'width' | 'release' | 'padding' | 'variant' | 'input' | 'head';

/** Parameters by name; later ones may depend on earlier ones. */
export type ParameterSet = Readonly<Record<string, Parameter>>;

/** What a parameter accepts. */
export type Legal =
  | { readonly kind: 'values'; readonly values: readonly (number | string)[] }
  | { readonly kind: 'range'; readonly minimum: number; readonly maximum: number; readonly isWhole: boolean };

/** A wanted value that is not legal. `used` is the nearest that is. */
export type IllegalValue = {
  readonly name: string;
  readonly got: string;
  readonly used: number | string;
  readonly legal: Legal;
};

/** Why the strict policy refuses a choice. */
export type ChoiceMisfit =
  | { readonly kind: 'noSuchParameter'; readonly name: string; readonly known: readonly string[] }
  | ({ readonly kind: 'illegalValue' } & IllegalValue);

/** Values by parameter name, checked or not. */
export type Choice = Readonly<Record<string, number | string>>;

/** A legal value for every parameter of P. */
export type ValuesOf<P extends ParameterSet> = {
  readonly [N in keyof P]: P[N] extends { readonly values: readonly (infer V)[] }
    ? V
    : P[N] extends Exclude<Parameter, ChoiceParameter>
      ? number
      : number | string;
};

/**
 * The strict policy, for command lines and files: fills in the defaults and refuses every illegal value. Numbers may be
 * text. The error lists the legal values: `groups: no such value (got 7, wanted 1, 2, 3, 4 or 8)`.
 */
export function parseChoice<P extends ParameterSet>(parameters: P, choice: Choice): Result<ValuesOf<P>> {
  const misfit = choiceMisfit(parameters, choice);
  return misfit === undefined ? success(nearestChoice(parameters, choice)) : failure(choiceMisfitText(misfit));
}

/** A misfit as the command line says it. */
export function choiceMisfitText(misfit: ChoiceMisfit): string {
  return misfit.kind === 'noSuchParameter'
    ? `${misfit.name}: no such option here (wanted ${alternatives(misfit.known)})`
    : `${misfit.name}: no such value (got ${misfit.got}, wanted ${legalText(misfit.legal)})`;
}

/** What the strict policy refuses first; undefined where it takes the choice. */
export function choiceMisfit(parameters: ParameterSet, choice: Choice): ChoiceMisfit | undefined {
  const unknown = Object.keys(choice).find((name) => !Object.hasOwn(parameters, name));
  if (unknown !== undefined) return { kind: 'noSuchParameter', name: unknown, known: Object.keys(parameters) };
  const [illegal] = differences(parameters, choice);
  return illegal && { kind: 'illegalValue', ...illegal };
}

/**
 * The wanted values that the nearest policy does not take as they are. Where the legal numbers depend on other parameters,
 * one between the least and the greatest of them counts as taken: it is left from when the others were different.
 */
export function movedValues(parameters: ParameterSet, wanted: Choice): readonly IllegalValue[] {
  return differences(parameters, wanted).filter(({ name, got, legal }) => {
    const parameter = parameters[name];
    const isDependent = parameter?.kind === 'number' && typeof parameter.values === 'function';
    if (!isDependent || legal.kind !== 'values' || !Number.isInteger(Number(got))) return true;
    const [least, greatest] = [Number(legal.values[0]), Number(legal.values.at(-1))];
    return Number(got) < least || Number(got) > greatest;
  });
}

/** The wanted values that differ from the nearest legal ones. */
function differences(parameters: ParameterSet, wanted: Choice): readonly IllegalValue[] {
  const nearest = nearestChoice(parameters, wanted);
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const [got, used] = [wanted[name], nearest[name]];
    if (got === undefined || used === undefined || isSame(got, used)) return [];
    return [{ name, got: String(got), used, legal: legalOf(parameter, nearest) }];
  });
}

/**
 * The nearest policy, for sliders and addresses: the legal values nearest to the wanted ones, picked in the order of
 * declaration. Missing and unreadable values count as the default.
 */
export function nearestChoice<P extends ParameterSet>(parameters: P, wanted: Choice): ValuesOf<P> & Choice {
  const values: Record<string, number | string> = {};
  for (const [name, parameter] of Object.entries(parameters))
    values[name] = nearestValue(parameter, wanted[name] ?? parameter.default, values);
  if (!isComplete(parameters, values)) throw new TypeError('nearestChoice: a parameter without a value');
  return values;
}

/** The default of every parameter. */
export function defaultsOf(parameters: ParameterSet): Choice {
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
}

/** The parameters whose role is none of `roles`, in the order of declaration. */
export function parametersBesides(
  parameters: ParameterSet,
  roles: readonly Role[],
): readonly (readonly [name: string, parameter: Parameter])[] {
  return Object.entries(parameters).filter(([, { role }]) => role === undefined || !roles.includes(role));
}

/** The legal numbers, given `values` of the parameters before this one; ascending, never empty. */
export function legalNumbers(parameter: NumberParameter, values: Choice): readonly number[] {
  const { values: legal, default: fallback } = parameter;
  const numbers = typeof legal === 'function' ? legal((name) => Number(values[name])) : legal;
  return numbers.length > 0 ? numbers : [fallback];
}

/** The legal values, given `values` of the parameters before this one; undefined for a range. */
export function listedValues(parameter: Parameter, values: Choice = {}): readonly (number | string)[] | undefined {
  if (parameter.kind === 'choice') return parameter.values;
  return parameter.kind === 'number' ? legalNumbers(parameter, values) : undefined;
}

/** The numbers that a slider stops at, ascending; the parameter's value in `values` is always one of them. */
export function sliderStops(
  name: string,
  parameter: Exclude<Parameter, ChoiceParameter>,
  values: Choice,
): readonly number[] {
  if (parameter.kind === 'number') return legalNumbers(parameter, values);
  const { minimum, maximum } = parameter;
  const stops =
    parameter.kind === 'integer'
      ? (parameter.stops?.filter((stop) => stop >= minimum && stop <= maximum) ?? steps(minimum, maximum))
      : steps(minimum, maximum, parameter.step);
  const chosen = Number(values[name] ?? parameter.default);
  return stops.includes(chosen) ? stops : [...stops, chosen].sort((a, b) => a - b);
}

function nearestValue(parameter: Parameter, wanted: number | string, earlier: Choice): number | string {
  if (parameter.kind === 'choice')
    return parameter.values.find((value) => value === String(wanted)) ?? parameter.default;
  const number = Number(wanted);
  const target = Number.isFinite(number) ? number : parameter.default;
  if (parameter.kind === 'number') {
    const legal = legalNumbers(parameter, earlier);
    return legal[nearestIndex(legal, target)] ?? parameter.default;
  }
  const within = Math.min(Math.max(target, parameter.minimum), parameter.maximum);
  return parameter.kind === 'integer' ? Math.round(within) : within;
}

/** Whether `wanted`, which may be text, means `value`. */
function isSame(wanted: number | string, value: number | string | undefined): boolean {
  if (typeof value !== 'number') return String(wanted) === value;
  return String(wanted).trim() !== '' && Number(wanted) === value;
}

function isComplete<P extends ParameterSet>(parameters: P, values: Choice): values is ValuesOf<P> & Choice {
  return Object.keys(parameters).every((name) => values[name] !== undefined);
}

/** What is legal, given `values` of the parameters before this one. */
function legalOf(parameter: Parameter, values: Choice): Legal {
  if (parameter.kind === 'choice') return { kind: 'values', values: parameter.values };
  if (parameter.kind === 'number') return { kind: 'values', values: legalNumbers(parameter, values) };
  const { minimum, maximum } = parameter;
  return { kind: 'range', minimum, maximum, isWhole: parameter.kind === 'integer' };
}

/** What is legal in words. */
function legalText(legal: Legal): string {
  if (legal.kind === 'values') return alternatives(legal.values.map(String));
  const what = legal.isWhole ? 'a whole number' : 'a number';
  return `${what} from ${String(legal.minimum)} to ${String(legal.maximum)}`;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${String(words.at(-1))}`;
}
