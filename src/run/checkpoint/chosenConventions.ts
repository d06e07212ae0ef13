import { failure, success, type Result } from '../../nets/result';
import type { Choice } from '../../nets/parameter';
import type { ChosenConventions } from './conventions';
import type { RunError } from '../errors/runError';

/** Names of what a person can set besides the network's own options. */
export const conventionNames = ['mean', 'std', 'colours', 'epsilon', 'weights-key'] as const;

/** Splits what a person chose into conventions, and the options of the network. */
export function splitChosen(chosen: Choice): { readonly conventions: Choice; readonly rest: Choice } {
  const isConvention = ([name]: readonly [string, unknown]) => conventionNames.some((known) => known === name);
  const entries = Object.entries(chosen);
  return {
    conventions: Object.fromEntries(entries.filter(isConvention)),
    rest: Object.fromEntries(entries.filter((entry) => !isConvention(entry))),
  };
}

/**
 * Reads what a person typed: `mean` and `std` as one number or three with commas, for values in 0..1, `colours` as rgb or
 * bgr, `epsilon` as a number. The error names what is wrong.
 */
export function parseConventions(typed: Choice): Result<ChosenConventions, BadSetting> {
  const refusal = (setting: string, reason: string, wanted: string) => {
    const got = String(typed[setting]);
    const detail = `${setting}: ${reason} (got ${got}, wanted ${wanted})`;
    return failure({ code: 'badSetting' as const, setting, got, detail });
  };
  const [mean, std] = [rgbOf(typed['mean']), rgbOf(typed['std'])];
  const { colours, epsilon } = typed;
  if (mean === null || std === null || std?.some((value) => value <= 0) === true) {
    const name = mean === null ? 'mean' : 'std';
    return refusal(name, 'not three numbers', examples[name]);
  }
  if (colours !== undefined && colours !== 'rgb' && colours !== 'bgr')
    return refusal('colours', 'no such order', 'rgb or bgr');
  if (epsilon !== undefined && !(Number(epsilon) >= 0 && String(epsilon).trim() !== ''))
    return refusal('epsilon', 'not a number of at least 0', 'such as 0.001');
  return success({
    ...(mean && { mean }),
    ...(std && { std }),
    ...(colours && { colours }),
    ...(epsilon !== undefined && { epsilon: Number(epsilon) }),
  });
}

type BadSetting = Extract<RunError, { code: 'badSetting' }>;

const examples = { mean: 'such as 0.485,0.456,0.406', std: 'such as 0.229,0.224,0.225, all above 0' };

function rgbOf(typed: number | string | undefined): readonly [number, number, number] | null | undefined {
  if (typed === undefined) return undefined;
  const numbers = String(typed)
    .split(/[,\s]+/)
    .map((text) => (text === '' ? Number.NaN : Number(text)));
  const [red, green = red, blue = red] = numbers;
  const isRgb = numbers.every(Number.isFinite) && (numbers.length === 1 || numbers.length === 3);
  return isRgb && red !== undefined && green !== undefined && blue !== undefined ? [red, green, blue] : null;
}
