import { useLingui } from '@lingui/react/macro';
import { Suspense, type ReactNode } from 'react';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { useKey } from '../../ui/useKey';
import { CornerButton } from './CornerButton';
import { SourceChooser } from './SourceChooser';
import { Stage } from './Stage';
import { useCameras } from './useCameras';
import { useGivenFiles } from './useGivenFiles';
import { useShownInAddress, type ChosenSource } from './useSourceChoice';
import { late } from '../../ui/late';

// Few pictures need them.
const PictureNotes = late(async () => (await import('./PictureNotes')).PictureNotes);

type SourcePictureProps = {
  readonly chosen: ChosenSource;
  readonly status: SessionStatus;
  /** Whether a camera's picture is mirrored on screen; the network sees it as it is. */
  readonly isMirrored?: boolean;
  /** Opens weights that are dropped or pasted onto the picture. */
  readonly onWeights?: (files: readonly File[]) => void;
  /** What went wrong, laid over the picture. */
  readonly faults: ReactNode;
  /** Buttons in the corner of the picture. */
  readonly corner?: ReactNode;
  /** Below the picture, in its frame. */
  readonly children?: ReactNode;
};

/** The picture that the networks see, with buttons to choose another. The P key pauses it. */
export function SourcePicture(props: SourcePictureProps) {
  const { chosen, status, isMirrored = false, onWeights, faults, corner, children } = props;
  const { t } = useLingui();
  const { source } = status;
  const { isPaused, pause } = chosen;
  const canPause = source !== null && source.kind !== 'photo' && !status.hasEnded;
  const cameras = useCameras(source);
  useShownInAddress(status, chosen);
  const { give, leftFiles } = useGivenFiles(chosen, status, onWeights);
  useKey('p', () => {
    pause(!isPaused && source?.kind !== 'photo');
  });
  return (
    <>
      <Stage
        status={status}
        isMirrored={isMirrored}
        onFiles={give}
        corner={
          <>
            {canPause ? (
              <CornerButton
                icon={isPaused ? 'play' : 'pause'}
                label={t`Pause (key P)`}
                isPressed={isPaused}
                onPress={() => {
                  pause(!isPaused);
                }}
              />
            ) : null}
            {corner}
          </>
        }
        faults={
          <>
            {faults}
            {(source?.isDamaged === true && status.sourceFault === null) || leftFiles !== null ? (
              <Suspense fallback={null}>
                <PictureNotes source={status.sourceFault === null ? source : null} leftFiles={leftFiles} />
              </Suspense>
            ) : null}
          </>
        }
      >
        {children}
      </Stage>
      <SourceChooser chosen={chosen} status={status} cameras={cameras} onFiles={give} />
    </>
  );
}
