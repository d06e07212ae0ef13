import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { FrameSource } from '../../../run/frames/frameSource';
import { Button } from '../../ui/Button';
import styles from './Stage.module.css';

/** Starts a camera that the browser plays only once the person presses something, as iOS does in low power mode. */
export function StartCamera({ source }: { readonly source: FrameSource }) {
  const [started, setStarted] = useState<FrameSource | null>(null);
  const { start } = source;
  if (start === undefined || started === source) return null;
  return (
    <div className={styles.start}>
      <p>
        <Trans>This browser starts the camera only after a tap or click, perhaps to save power.</Trans>
      </p>
      <Button
        icon="play"
        onPress={() => {
          void start().then((plays) => {
            if (plays) setStarted(source);
          });
        }}
      >
        <Trans>Start the camera</Trans>
      </Button>
    </div>
  );
}
