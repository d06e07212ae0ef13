import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { openCamera } from '../../../run/frames/camera';
import type { FrameSource } from '../../../run/frames/frameSource';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import { Picture } from '../../running/source/Picture';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import styles from './CollectPage.module.css';
import { scanCodes } from './scanCodes';

/** Scans QR codes with the camera. */
export function Scanner({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useLingui();
  const [isOn, setIsOn] = useState(false);
  const { source, fault } = useScannedCamera(isOn, onText);
  return (
    <div className={styles.way}>
      <p>
        <Trans>Scan the code that another screen shows</Trans>
      </p>
      {isOn && source !== null ? (
        <div className={styles.camera}>
          <Picture source={source} isMirrored={false} />
        </div>
      ) : null}
      <Button
        icon={isOn ? 'stop' : 'camera'}
        isPressed={isOn}
        onPress={() => {
          setIsOn(!isOn);
        }}
      >
        {t`Scan with the camera`}
      </Button>
      {fault === null ? null : <RunErrorMessage error={fault} />}
    </div>
  );
}

/** Keeps a camera open while `isOn` and reports every code it sees. */
function useScannedCamera(isOn: boolean, onText: (text: string) => void) {
  const [source, setSource] = useState<FrameSource | null>(null);
  const [fault, setFault] = useState<RunError | null>(null);
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  });
  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    let opened: FrameSource | null = null;
    void openCamera({ facing: 'environment' }, controller.signal).then(async (camera) => {
      if (controller.signal.aborted) {
        if (camera.ok) camera.value.stop();
        return;
      }
      setFault(camera.ok ? null : camera.error);
      if (!camera.ok) return;
      opened = camera.value;
      setSource(opened);
      const outcome = await scanCodes(
        opened,
        (text) => {
          tell.current(text);
        },
        controller.signal,
      );
      if (outcome === 'cameraLost') setFault({ code: 'cameraLost' });
    });
    return () => {
      controller.abort();
      opened?.stop();
      setSource(null);
    };
  }, [isOn]);
  return { source, fault };
}
