import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { useLingui } from '@lingui/react';
import { useEffect, useMemo, useState } from 'react';
import { chosenSource, type OwnSource, type SourceChoice } from '../../../lab/session/chosenSource';
import { samples, type SampleId } from '../../../lab/session/samples';
import { useArrivedQuery, useReading } from '../../ui/address/readings';
import type { CameraChoice } from '../../../run/frames/frameSource';

const address = {
  /** `own` while a person's own file shows, which no address can hold: whoever opens such a link sees the first sample. */
  source: oneOf(['coffee', 'chelsea', 'camera', 'own']).withDefault('coffee'),
  /** The direction of the camera, where there are several: towards the person or the room. */
  facing: oneOf(['user', 'environment']).withDefault('user'),
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
  const [{ source, facing }, choose] = useAddress(address);
  useOwnElsewhere();
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, pause] = useState(false);
  // What the address says does not matter while a file is chosen: its choice stays the same object.
  const [named, facingWay] = own.file === null ? [source, facing] : (['own', 'user'] as const);
  const choice = useMemo(() => chosenSource({ source: named, facing: facingWay }, own), [named, facingWay, own]);
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

/** Says that the address was made with a picture that is not here. */
function useOwnElsewhere(): void {
  const { i18n } = useLingui();
  const source = useArrivedQuery().get('source');
  const used = i18n._(samples[0].name);
  const refused = useMemo(
    () => (source === 'own' ? [{ key: 'source', text: 'own', used, why: { kind: 'ownPicture' as const } }] : []),
    [source, used],
  );
  useReading(['source'], refused);
}

/** Writes into the address that a person's own file shows, as soon as it does. */
export function useOwnInAddress(shown: SourceChoice | null): void {
  const [, choose] = useAddress(address);
  const isOwn = shown?.kind === 'file';
  useEffect(() => {
    if (isOwn) void choose({ source: 'own' });
  }, [isOwn, choose]);
}
