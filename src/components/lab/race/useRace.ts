import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { racersName, racersOf } from '../../../lab/race/racers';
import type { Runnable } from '../../../lab/networks/runnable';
import { defaultTuning } from '../../../run/device/executor';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { useRunSession } from '../../running/session/useRunSession';
import { useSourceChoice } from '../../running/source/useSourceChoice';

const address = {
  /** As `racersName` writes it; null for the first three with weights. */
  nets: parseAsString,
  backend: parseAsStringLiteral(['auto', 'webgpu', 'wasm']).withDefault('auto'),
};

/** The networks that race, where they run and what they see, all from the address, and the session that runs them. */
export function useRace({ networks: trained, fault }: TrainedNetworks) {
  const [{ nets, backend }, choose] = useQueryStates(address);
  const source = useSourceChoice();
  const isIndexPending = trained.length === 0 && fault === null;
  const { racers, faults } = useMemo(
    () => (isIndexPending ? { racers: [], faults: [] } : racersOf(nets, trained)),
    [nets, trained, isIndexPending],
  );
  const { session, status } = useRunSession({
    backend,
    tuning: defaultTuning,
    networks: racers,
    source: source.choice,
    repeats: 'photos',
    isPaused: source.isPaused,
    smoothsGuesses: false,
  });
  return {
    ...{ session, status, racers, faults, backend, source },
    chooseRacers: (wanted: readonly Runnable[]) => void choose({ nets: racersName(wanted) }),
    chooseBackend: (wanted: typeof backend) => void choose({ backend: wanted }),
  };
}
