import { useLingui } from '@lingui/react/macro';
import { backendName } from '../../../run/device/backendName';
import type { BackendChoice } from '../../../run/device/executor';

/** What the choices of a backend are called. */
export function useBackendNames(): Readonly<Record<BackendChoice, string>> {
  const { t } = useLingui();
  return { auto: t`Automatic`, webgpu: backendName('webgpu'), wasm: backendName('wasm') };
}
