import type { Explorable } from './explorable';
import type { Choice } from '../parameter';
import { defaultsOf, listedValues } from '../parameter';
import type { Factor, Meaning } from '../readings/formula';
import { formulasOf } from '../readings/formula';

/**
 * Which numbers of a node's formulas each knob changes, found by moving each knob one step from its default. A page lights
 * them up together: the slider of the output channels, c_out in the formula, and the output's side of the picture.
 * @param nodeId of a node that may exist for other values only; then no knob changes anything of it
 */
export function knobMeanings(explorable: Explorable, nodeId: string): Readonly<Record<string, readonly Meaning[]>> {
  const defaults = defaultsOf(explorable.knobs);
  const before = numbersOf(explorable, defaults, nodeId);
  return Object.fromEntries(
    Object.entries(explorable.knobs).map(([name, knob]) => {
      const next = neighbourOf(listedValues(knob, defaults) ?? [], knob.default);
      const after = next === undefined ? before : numbersOf(explorable, { ...defaults, [name]: next }, nodeId);
      const meanings = new Set([...before.keys(), ...after.keys()]);
      return [name, [...meanings].filter((meaning) => before.get(meaning) !== after.get(meaning))];
    }),
  );
}

function numbersOf(explorable: Explorable, choice: Choice, nodeId: string): ReadonlyMap<Meaning, string> {
  const formulas = formulasOf(explorable.graph(choice)).get(nodeId);
  const values = new Map<Meaning, string>();
  for (const { terms } of Object.values(formulas ?? {})) {
    for (const factor of terms.flatMap(({ factors, divisor }): readonly (Factor | undefined)[] => [
      ...factors,
      divisor,
    ])) {
      if (factor !== undefined) values.set(factor.meaning, String(factor.value));
    }
  }
  return values;
}

/** The value after the default, or before it where it is the last. */
function neighbourOf<T>(values: readonly T[], value: T): T | undefined {
  const at = values.indexOf(value);
  return values[at + 1] ?? values[at - 1];
}
