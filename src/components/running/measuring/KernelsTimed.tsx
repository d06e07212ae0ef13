import { Trans } from '@lingui/react/macro';
import type { Backend } from '../../../run/device/executor';

/** Says which kernels a measurement on a backend has timed. */
export function KernelsTimed({ backend }: { readonly backend: Backend }) {
  return backend === 'webgpu' ? (
    <Trans>
      These are times of the app’s own WebGPU kernels: the same dispatches that Live replays for every frame.
    </Trans>
  ) : (
    <Trans>
      These are times of the calls of TensorFlow.js’s WebAssembly program that the app records: the same that Live
      replays for every frame.
    </Trans>
  );
}
