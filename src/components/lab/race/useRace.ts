import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CameraChoice } from '../../../run/frames/frameSource';
import type { Manifest } from '../../../run/weights/manifest';
import {
  networkChoiceOf,
  runnableName,
  runnableOf,
  trainedRunnable,
  type Runnable,
} from '../../../lab/networks/runnable';
import { chosenSource, type OwnSource } from '../../../lab/session/chosenSource';
import type { samples } from '../../../lab/session/samples';
import type { SourceChoice } from '../../../lab/session/sessionSource';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { createRaceSession } from '../../../lab/session/raceSession';

/** As many as can be told apart by colour. */
export const raceSize = { least: 2, most: 8 } as const;

const address = {
  /** Names as `runnableName` writes them, parted by commas; null for the first three with weights. */
  nets: parseAsString,
  backend: parseAsStringLiteral(['auto', 'webgpu', 'wasm']).withDefault('auto'),
  source: parseAsStringLiteral(['coffee', 'chelsea', 'camera']).withDefault('coffee'),
  /** Which way the camera looks, where there are several. */
  facing: parseAsStringLiteral(['user', 'environment']).withDefault('user'),
};

/** Who races, where and on what, as the address says, and the session that brings it about. */
export function useRace({ networks: trained, fault }: TrainedNetworks) {
  const [choices, choose] = useQueryStates(address);
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, setIsPaused] = useState(false);
  const { racers, faults } = useMemo(
    () => racersOf(choices.nets, trained, fault !== null),
    [choices.nets, trained, fault],
  );
  const networks = useMemo(
    () => racers.map((runnable) => ({ name: runnableName(runnable), choice: networkChoiceOf(runnable) })),
    [racers],
  );
  const source = useMemo<SourceChoice>(
    () => chosenSource({ source: choices.source, facing: choices.facing }, own),
    [choices.source, choices.facing, own],
  );
  const [session] = useState(createRaceSession);
  const status = useStore(session.status);
  const lanes = useStore(session.lanes);
  const { backend } = choices;
  useEffect(() => {
    session.choose({ backend, networks, source, isPaused });
  }, [session, backend, networks, source, isPaused]);
  useEffect(
    () => () => {
      session.close();
    },
    [session],
  );
  return {
    ...{ session, status, lanes, racers, faults, backend, source, isPaused },
    pause: setIsPaused,
    takeRacers: (wanted: readonly Runnable[]) => void choose({ nets: wanted.map(runnableName).join(',') }),
    takeBackend: (wanted: typeof backend) => void choose({ backend: wanted }),
    takeFile: (file: File) => {
      setIsPaused(false);
      setOwn({ ...own, file });
    },
    takeSample: (id: (typeof samples)[number]['id']) => {
      setIsPaused(false);
      setOwn({ ...own, file: null });
      void choose({ source: id });
    },
    takeCamera: (camera: CameraChoice) => {
      setIsPaused(false);
      setOwn({ file: null, deviceId: 'deviceId' in camera ? camera.deviceId : null });
      void choose({ source: 'camera', ...('facing' in camera ? { facing: camera.facing } : {}) });
    },
  };
}

/** Each network once: two alike would only show how much the device trembles. */
function racersOf(names: string | null, trained: readonly Manifest[], isIndexMissing: boolean) {
  if (trained.length === 0 && !isIndexMissing) return { racers: [], faults: [] };
  const wanted =
    names === null
      ? trained.slice(0, 3).map(trainedRunnable)
      : names.split(',').map((name) => runnableOf(name, trained));
  const racers = new Map<string, Runnable>();
  for (const runnable of wanted) if (runnable.ok) racers.set(runnableName(runnable.value), runnable.value);
  return {
    racers: [...racers.values()].slice(0, raceSize.most),
    faults: wanted.flatMap((runnable) => (runnable.ok ? [] : [runnable.error])),
  };
}
