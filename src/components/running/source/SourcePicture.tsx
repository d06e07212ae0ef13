import { Suspense, type ReactNode } from 'react';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { useKey } from '../../ui/useKey';
import { SourceChooser } from './SourceChooser';
import { Stage } from './Stage';
import { useCameras } from './useCameras';
import { useGivenFiles } from './useGivenFiles';
import { useOwnInAddress, type ChosenSource } from './useSourceChoice';
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
  /** Laid over the picture. */
  readonly children?: ReactNode;
};

/** The picture that the networks see, with buttons to choose another. The P key pauses it. */
export function SourcePicture({ chosen, status, isMirrored = false, onWeights, faults, children }: SourcePictureProps) {
  const { source } = status;
  const cameras = useCameras(source);
  useOwnInAddress(status.shown);
  const { give, leftFiles } = useGivenFiles(chosen, status, onWeights);
  useKey('p', () => {
    chosen.pause(!chosen.isPaused && source?.kind !== 'photo');
  });
  return (
    <>
      <Stage
        status={status}
        isMirrored={isMirrored}
        onFiles={give}
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
