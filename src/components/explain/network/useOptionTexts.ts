import { useLingui } from '@lingui/react/macro';
import type { OptionSpec } from '../../../nets/option';

/** What a network's option is called, in the page's language. */
export type OptionText = {
  readonly label: string;
  readonly unit?: string;
  /** Names of its values where they are words; a value without a name is shown as it is. */
  readonly choices?: Readonly<Record<string, string>>;
};

/** Names of the options of all networks; an option without a name is shown under its own. */
export function useOptionTexts(): (option: string) => OptionText {
  const { t } = useLingui();
  const texts: Readonly<Record<string, OptionText>> = {
    width: { label: t`Width multiplier`, unit: '×' },
    resolution: { label: t`Resolution`, unit: 'px' },
    classes: { label: t`Classes` },
    groups: { label: t`Groups` },
    version: { label: t`Version` },
    bypass: { label: t`Bypass`, choices: { none: t`none`, simple: t`simple`, complex: t`complex` } },
    implementation: { label: t`As released by`, choices: { paper: t`the paper`, megvii: 'Megvii' } },
    padding: { label: t`Padding`, choices: { symmetric: t`symmetric`, same: t`SAME (TensorFlow)` } },
    size: { label: t`Size`, choices: { small: t`small`, large: t`large` } },
    tail: { label: t`Tail`, choices: { redesigned: t`redesigned`, original: t`original` } },
    middle: { label: t`Repeats of the middle flow` },
  };
  return (option) => texts[option] ?? { label: option };
}

const sliderValues: Readonly<Record<string, readonly number[]>> = {
  resolution: [64, 96, 128, 160, 192, 224, 256, 288, 299, 320, 384, 448, 512],
  classes: [2, 10, 64, 100, 365, 1000, 21_841],
};

/** The values that a slider over a number offers; the chosen one is always among them. */
export function sliderValuesOf(
  name: string,
  spec: Exclude<OptionSpec, { kind: 'choice' }>,
  chosen: number,
): readonly number[] {
  const { minimum, maximum } = spec;
  const step = spec.kind === 'number' ? spec.step : 1;
  const count = Math.round((maximum - minimum) / step);
  const regular = Array.from({ length: count + 1 }, (_, index) => Number((minimum + index * step).toPrecision(12)));
  const offered = (sliderValues[name] ?? regular).filter((value) => value >= minimum && value <= maximum);
  return [...new Set([...offered, chosen])].sort((a, b) => a - b);
}
