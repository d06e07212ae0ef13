import { useLingui } from '@lingui/react/macro';
import type { CameraChoice, CameraDevice, FrameSource } from '../../../run/frames/frameSource';
import { Select } from '../../ui/Select';

type CameraSelectProps = {
  readonly camera: CameraChoice;
  /** The source shown now, which may still be the previous one. */
  readonly source: FrameSource | null;
  readonly cameras: readonly CameraDevice[];
  /** Called with a camera's id or with a direction. */
  readonly onCamera: (camera: CameraChoice) => void;
};

/** The choice between several cameras, by name or by direction. */
export function CameraSelect({ camera, source, cameras, onCamera }: CameraSelectProps) {
  const { t } = useLingui();
  const opened = cameras.find(({ name }) => name === source?.name)?.deviceId;
  const faces = { user: t`Front camera`, environment: t`Rear camera` };
  return (
    <Select
      label={t`Which camera`}
      labelled="hidden"
      options={[
        ...facings.map((facing) => ({ value: facing, label: faces[facing] })),
        ...cameras.map(({ deviceId, name }, position) => ({
          value: deviceId,
          label: name === '' ? t`Camera ${position + 1}` : name,
        })),
      ]}
      value={'deviceId' in camera ? camera.deviceId : (opened ?? camera.facing)}
      placeholder={t`Which camera`}
      onChange={(value) => {
        const facing = facings.find((way) => way === value);
        onCamera(facing === undefined ? { deviceId: value } : { facing });
      }}
    />
  );
}

const facings = ['user', 'environment'] as const;
