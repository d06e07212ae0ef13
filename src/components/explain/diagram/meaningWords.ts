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
      kernelHeight: t`height of the window`,
      kernelWidth: t`width of the window`,
      inChannels: t`channels that come in`,
      outChannels: t`channels that go out`,
      groups: t`groups`,
      inHeight: t`height of the input map`,
      inWidth: t`width of the input map`,
      outHeight: t`height of the output map`,
      outWidth: t`width of the output map`,
      scaleAndShift: t`one scale and one shift`,
    },
    roles: {
      weights: t`weights`,
      biases: t`biases`,
      norms: t`scale and shift`,
      macs: t`multiply-adds`,
      input: t`read the input`,
      output: t`write the output`,
    },
  };
}
