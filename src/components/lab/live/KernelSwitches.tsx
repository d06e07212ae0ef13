import { Trans, useLingui } from '@lingui/react/macro';
import type { DeviceReport } from '../../../run/device/executor';
import { Switch } from '../../ui/Switch';
import styles from '../../running/network/BackendChooser.module.css';
import { useLiveChoices } from './useLiveChoices';

/** Which kernels tuning may choose from on WebGPU; renders nothing on other backends. */
export function KernelSwitches({ device }: { readonly device: DeviceReport | null }) {
  const { t } = useLingui();
  const [{ half, tune }, choose] = useLiveChoices();
  if (device?.backend !== 'webgpu') return null;
  const { halfPrecision, softwareAdapter } = device;
  return (
    <div className={styles.root}>
      {softwareAdapter ? (
        <Switch
          label={t`Try the kernels out on this imitation too`}
          isOn={tune}
          onChange={(isOn) => void choose({ tune: isOn })}
        />
      ) : null}
      {halfPrecision === undefined ? null : (
        <>
          <Switch
            label={t`Allow half precision`}
            isOn={half}
            isDisabled={halfPrecision === 'absent' && !half}
            onChange={(isOn) => void choose({ half: isOn })}
          />
          <p className={styles.reason}>
            {halfPrecision === 'absent' ? (
              <Trans>This adapter does not compute with 16-bit numbers.</Trans>
            ) : (
              <Trans>
                Kernels with 16-bit numbers are tried too: less exact, and faster on some adapters. Those too far off
                are left out.
              </Trans>
            )}
          </p>
        </>
      )}
    </div>
  );
}
