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
      return t`This browser offers no WebGPU or no graphics adapter for it, so the network runs on WebAssembly, on the processor.`;
    case 'software':
      return t`WebGPU here would only be imitated by the processor, which is slower than WebAssembly; so the network runs on WebAssembly. WebGPU can still be chosen.`;
    case 'lost':
      return t`The graphics device was lost and did not come back, or was lost again and again; so the network runs on WebAssembly, on the processor.`;
    case null:
      return device.softwareAdapter
        ? t`This WebGPU is imitated by the processor: it shows what would happen, but not how fast a graphics processor is.`
        : device.backend === 'webgpu'
          ? t`On the graphics processor.`
          : t`On the processor.`;
  }
}
