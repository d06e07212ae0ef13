import { useLingui } from '@lingui/react/macro';
import type { LayersSettings } from '../../../lab/layers/layersResult';

/** What the ways of timing layers are called. */
export function useMethodNames(): Readonly<Record<LayersSettings['method'], string>> {
  const { t } = useLingui();
  return { auto: t`each layer alone`, prefixes: t`by prefixes` };
}
