import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { useLingui } from '@lingui/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { chosenSource, type OwnSource, type SourceChoice } from '../../../lab/session/chosenSource';
import { samples, type SampleId } from '../../../lab/session/samples';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
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
  /** Makes what shows the choice, in the address too, after `instead` did not open. */
  readonly settle: (shown: SourceChoice, instead: SourceChoice | null) => void;
  /** What did not open before the choice was settled; null where it was not. */
  readonly instead: SourceChoice | null;
};

type Addressed = 'coffee' | 'chelsea' | 'camera' | 'own';

/** A choice that holds as long as the address names it. */
type Settled = { readonly choice: SourceChoice; readonly instead: SourceChoice | null; readonly named: Addressed };

/** The source in the address, unless the person has chosen a file or camera on this visit. */
export function useSourceChoice(): ChosenSource {
  const [{ source, facing }, choose] = useAddress(address);
  useOwnElsewhere();
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, pause] = useState(false);
  // What the address says does not matter while a file is chosen: its choice stays the same object.
  const [named, facingWay] = own.file === null ? [source, facing] : (['own', 'user'] as const);
  const chosen = useMemo(() => chosenSource({ source: named, facing: facingWay }, own), [named, facingWay, own]);
  const [lastSettled, setSettled] = useState<Settled | null>(null);
  const settled = lastSettled?.named === source ? lastSettled : null;
  const chooseOwn = (wanted: OwnSource): void => {
    pause(false);
    setSettled(null);
    setOwn(wanted);
  };
  return {
    ...{ choice: settled?.choice ?? chosen, instead: settled?.instead ?? null, isPaused, pause },
    settle: (shown, instead) => {
      const name = addressedOf(shown);
      setSettled({ choice: shown, instead, named: name });
      void choose({ source: name });
    },
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

function addressedOf(choice: SourceChoice): Addressed {
  if (choice.kind !== 'sample') return choice.kind === 'file' ? 'own' : 'camera';
  return samples.find(({ url }) => url === choice.url)?.id ?? samples[0].id;
}

/**
 * Keeps the address with what shows: a person's own file, and, where something does not open, what showed before it, until
 * it opens at another try.
 */
export function useShownInAddress({ shown, failed }: SessionStatus, chosen: ChosenSource): void {
  const [, choose] = useAddress(address);
  const { choice, instead, settle } = chosen;
  const isOwn = shown?.kind === 'file';
  useEffect(() => {
    if (isOwn) void choose({ source: 'own' });
  }, [isOwn, choose]);
  const latest = useRef(settle);
  useLayoutEffect(() => {
    latest.current = settle;
  }, [settle]);
  useEffect(() => {
    if (shown === null || shown === choice) return;
    if (failed === choice) latest.current(shown, failed);
    else if (shown === instead) latest.current(shown, null);
  }, [shown, failed, choice, instead]);
}
