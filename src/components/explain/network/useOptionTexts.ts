import { useLingui } from '@lingui/react/macro';
import type { ParameterText } from '../exploration/ParameterControl';

/** The texts of every network's options; an option without one shows its id. */
export function useOptionTexts(): (option: string) => ParameterText {
  const { t } = useLingui();
  const texts: Readonly<Record<string, ParameterText>> = {
    width: { label: t`Width multiplier`, unit: '×' },
    resolution: { label: t`Resolution`, unit: 'px' },
    classes: { label: t`Classes` },
    groups: { label: t`Groups` },
    version: { label: t`Version` },
    bypass: { label: t`Bypass`, choices: { none: t`none`, simple: t`simple`, complex: t`complex` } },
    implementation: { label: t`As released by`, choices: { paper: t`the paper`, megvii: 'Megvii' } },
    hidden: { label: t`Units before the classifier` },
    activation: { label: t`Activation`, choices: { relu6: 'ReLU6', relu: 'ReLU' } },
    gate: {
      label: t`Squeeze-and-excite`,
      choices: { after: t`after the activation`, before: t`before the activation` },
    },
    padding: { label: t`Padding`, choices: { symmetric: t`symmetric`, same: t`SAME (TensorFlow)` } },
    size: { label: t`Size`, choices: { small: t`small`, large: t`large` } },
    tail: { label: t`Tail`, choices: { redesigned: t`redesigned`, original: t`original` } },
    middle: { label: t`Middle-flow repeats` },
  };
  return (option) => (Object.hasOwn(texts, option) ? texts[option] : undefined) ?? { label: option };
}
