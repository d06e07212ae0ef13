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
          label={t`Tune kernels on emulated WebGPU too`}
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
              <Trans>This GPU does not support 16-bit floating point.</Trans>
            ) : (
              <Trans>
                Also tries kernels in 16-bit floating point: less precise, and faster on some GPUs. Kernels with too
                large an error are not used.
              </Trans>
            )}
          </p>
        </>
      )}
    </div>
  );
}
