import { useLingui } from '@lingui/react/macro';
import type { BackendChoice, DeviceReport } from '../../../run/device/executor';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { useBackendNames } from './useBackendNames';
import styles from './BackendChooser.module.css';

type BackendChooserProps = {
  readonly choice: BackendChoice;
  readonly device: DeviceReport | null;
  readonly onChoose: (choice: BackendChoice) => void;
};

/** The choice of backend, and why the automatic choice is not WebGPU. */
export function BackendChooser({ choice, device, onChoose }: BackendChooserProps) {
  const { t } = useLingui();
  const names = useBackendNames();
  return (
    <div className={styles.root}>
      <ChoiceControl
        label={t`Runs on`}
        value={choice}
        onChange={onChoose}
        options={(['auto', 'webgpu', 'wasm'] as const).map((value) => ({ value, label: names[value] }))}
      />
      <p className={styles.reason} role="status">
        <Reason device={device} />
      </p>
    </div>
  );
}

function Reason({ device }: { readonly device: DeviceReport | null }) {
  const { t } = useLingui();
  if (device === null) return null;
  switch (device.whyNotWebgpu) {
    case 'none':
      return t`This browser has no WebGPU, or no GPU for it, so the network runs on WebAssembly, on the CPU.`;
    case 'software':
      return t`WebGPU would only be emulated on the CPU here, which is slower than WebAssembly, so the network runs on WebAssembly. You can still choose WebGPU.`;
    case 'lost':
      return t`The GPU was lost several times or could not be restored, so the network runs on WebAssembly, on the CPU.`;
    case null:
      return device.softwareAdapter
        ? t`WebGPU is emulated on the CPU here: results are the same, but the speed says nothing about a GPU.`
        : device.backend === 'webgpu'
          ? t`On the GPU.`
          : t`On the CPU.`;
  }
}
