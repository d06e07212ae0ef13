import { useLingui } from '@lingui/react/macro';
import type { FrameSource } from '../../../run/frames/frameSource';
import { useStore } from '../../../store';
import { Switch } from '../../ui/Switch';
import styles from './LiveSwitches.module.css';
import { useLiveChoices } from './useLiveChoices';

type LiveSwitchesProps = {
  readonly source: FrameSource | null;
  /** Whether the picture does not move, so that it can be measured repeatedly. */
  readonly isStill: boolean;
};

/** How the picture and its labels are shown. */
export function LiveSwitches({ source, isStill }: LiveSwitchesProps) {
  const { t } = useLingui();
  const [{ repeat, smooth, mirror, maps }, choose] = useLiveChoices();
  const overlayShown = useStore((state) => state.overlayShown);
  const toggleOverlay = useStore((state) => state.toggleOverlay);
  return (
    <div className={styles.switches}>
      <Switch label={t`Latency below the picture`} isOn={overlayShown} onChange={toggleOverlay} />
      <Switch
        label={t`Keep measuring on a photo`}
        isOn={repeat}
        onChange={(isOn) => void choose({ repeat: isOn })}
        isDisabled={!isStill}
      />
      <Switch
        label={t`Smooth the bars: average over frames`}
        isOn={smooth}
        onChange={(isOn) => void choose({ smooth: isOn })}
      />
      <Switch
        label={t`Feature maps below the answer, in large windows`}
        isOn={maps}
        onChange={(isOn) => void choose({ maps: isOn })}
      />
      {source?.kind === 'camera' ? (
        <Switch
          label={t`Show the camera as in a mirror`}
          isOn={mirror}
          onChange={(isOn) => void choose({ mirror: isOn })}
        />
      ) : null}
    </div>
  );
}
