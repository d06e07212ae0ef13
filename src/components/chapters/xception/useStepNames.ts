import { useLingui } from '@lingui/react/macro';
import type { InceptionStep } from '../../../nets/explorables/inceptionWalk';

/** The names of the four steps, in the page's language. */
export function useStepNames(): Readonly<Record<InceptionStep, string>> {
  const { t } = useLingui();
  return { inception: t`Inception V3`, simplified: t`Simplified`, shared: t`One shared 1×1`, extreme: t`Extreme` };
}
