import { Trans } from '@lingui/react/macro';
import type { Backend } from '../../../run/device/executor';

/** Says which kernels a measurement on a backend has timed. */
export function KernelsTimed({ backend }: { readonly backend: Backend }) {
  return backend === 'webgpu' ? (
    <Trans>Timed are the app’s own WebGPU kernels, the same dispatches that a frame of the live page replays.</Trans>
  ) : (
    <Trans>
      Timed are the calls of TensorFlow.js’s WebAssembly program that the app records, the same that a frame of the live
      page replays.
    </Trans>
  );
}
