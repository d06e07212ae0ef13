import { useLingui } from '@lingui/react/macro';
import type { Meaning, TermRole } from '../../../nets/readings/formula';

/** The names of factors and terms of formulas, in the page's language. */
export function useMeaningWords(): {
  readonly meanings: Readonly<Record<Meaning, string>>;
  readonly roles: Readonly<Record<TermRole, string>>;
} {
  const { t } = useLingui();
  return {
    meanings: {
      kernelHeight: t`kernel height`,
      kernelWidth: t`kernel width`,
      inChannels: t`input channels`,
      outChannels: t`output channels`,
      groups: t`groups`,
      inHeight: t`input height`,
      inWidth: t`input width`,
      outHeight: t`output height`,
      outWidth: t`output width`,
      scaleAndShift: t`scale and shift per channel`,
    },
    roles: {
      weights: t`weights`,
      biases: t`biases`,
      norms: t`scale and shift`,
      macs: t`multiply-adds`,
      input: t`input read`,
      output: t`output written`,
    },
  };
}
