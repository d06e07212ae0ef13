import type { ReactNode } from 'react';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { useKey } from '../../ui/useKey';
import { SourceChooser } from './SourceChooser';
import { Stage } from './Stage';
import { useCameras } from './useCameras';
import type { ChosenSource } from './useSourceChoice';

type SourcePictureProps = {
  readonly chosen: ChosenSource;
  readonly status: SessionStatus;
  /** Whether a camera's picture is mirrored on screen; the network sees it as it is. */
  readonly isMirrored?: boolean;
  /** Called with what is dropped, pasted or picked, at least one file, where it may be something other than a picture. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** Laid over the picture. */
  readonly children?: ReactNode;
};

/** The picture that the networks see, with buttons to choose another. The P key pauses it. */
export function SourcePicture({
  chosen,
  status,
  isMirrored = false,
  onFiles = ([file]) => {
    if (file !== undefined) chosen.chooseFile(file);
  },
  children,
}: SourcePictureProps) {
  const { source } = status;
  const cameras = useCameras(source);
  useKey('p', () => {
    chosen.pause(!chosen.isPaused && source?.kind !== 'photo');
  });
  return (
    <>
      <Stage status={status} isMirrored={isMirrored} onFiles={onFiles}>
        {children}
      </Stage>
      <SourceChooser chosen={chosen} source={source} cameras={cameras} onFiles={onFiles} />
    </>
  );
}
