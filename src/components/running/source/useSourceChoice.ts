import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { chosenSource, type OwnSource } from '../../../lab/session/chosenSource';
import type { SampleId } from '../../../lab/session/samples';
import type { SourceChoice } from '../../../lab/session/sessionSource';
import type { CameraChoice } from '../../../run/frames/frameSource';

const address = {
  /** A person's own file cannot be in an address; the sample it replaces stays. */
  source: parseAsStringLiteral(['coffee', 'chelsea', 'camera']).withDefault('coffee'),
  /** The direction of the camera, where there are several: towards the person or the room. */
  facing: parseAsStringLiteral(['user', 'environment']).withDefault('user'),
};

/** The chosen source of frames. Choosing another ends a pause. */
export type ChosenSource = {
  /** The same object until another source is chosen. */
  readonly choice: SourceChoice;
  readonly isPaused: boolean;
  readonly pause: (isPaused: boolean) => void;
  readonly chooseSample: (id: SampleId) => void;
  readonly chooseFile: (file: File) => void;
  readonly chooseCamera: (camera: CameraChoice) => void;
};

/** The source in the address, unless the person has chosen a file or camera on this visit. */
export function useSourceChoice(): ChosenSource {
  const [{ source, facing }, choose] = useQueryStates(address);
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, pause] = useState(false);
  const choice = useMemo(() => chosenSource({ source, facing }, own), [source, facing, own]);
  const chooseOwn = (wanted: OwnSource): void => {
    pause(false);
    setOwn(wanted);
  };
  return {
    ...{ choice, isPaused, pause },
    chooseSample: (id) => {
      chooseOwn({ ...own, file: null });
      void choose({ source: id });
    },
    chooseFile: (file) => chooseOwn({ ...own, file }),
    chooseCamera: (camera) => {
      chooseOwn({ file: null, deviceId: 'deviceId' in camera ? camera.deviceId : null });
      void choose({ source: 'camera', ...('facing' in camera ? { facing: camera.facing } : {}) });
    },
  };
}
