import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { chosenSource, type OwnSource } from '../../../lab/session/chosenSource';
import type { SampleId } from '../../../lab/session/samples';
import type { SourceChoice } from '../../../lab/session/sessionSource';
import type { CameraChoice } from '../../../run/frames/frameSource';

const address = {
  /** A person's own file cannot be in an address: the sample it replaces stays there. */
  source: parseAsStringLiteral(['coffee', 'chelsea', 'camera']).withDefault('coffee'),
  /** Which way the camera looks, where there are several: at the person or at the room. */
  facing: parseAsStringLiteral(['user', 'environment']).withDefault('user'),
};

/** The chosen source of frames, and how to choose another, which is never paused at first. */
export type ChosenSource = {
  /** The same object until another source is chosen. */
  readonly choice: SourceChoice;
  readonly isPaused: boolean;
  readonly pause: (isPaused: boolean) => void;
  readonly takeSample: (id: SampleId) => void;
  readonly takeFile: (file: File) => void;
  readonly takeCamera: (camera: CameraChoice) => void;
};

/** The source in the address, or a file or camera that the person chose on this visit. */
export function useSourceChoice(): ChosenSource {
  const [{ source, facing }, choose] = useQueryStates(address);
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, pause] = useState(false);
  const choice = useMemo(() => chosenSource({ source, facing }, own), [source, facing, own]);
  const takeOwn = (wanted: OwnSource): void => {
    pause(false);
    setOwn(wanted);
  };
  return {
    ...{ choice, isPaused, pause },
    takeSample: (id) => {
      takeOwn({ ...own, file: null });
      void choose({ source: id });
    },
    takeFile: (file) => takeOwn({ ...own, file }),
    takeCamera: (camera) => {
      takeOwn({ file: null, deviceId: 'deviceId' in camera ? camera.deviceId : null });
      void choose({ source: 'camera', ...('facing' in camera ? { facing: camera.facing } : {}) });
    },
  };
}
