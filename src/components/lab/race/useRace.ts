import { parseAsString } from 'nuqs';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { useMemo } from 'react';
import { presetSize, raceSize, racersName, racersOf } from '../../../lab/race/racers';
import type { Runnable } from '../../../lab/networks/runnable';
import { defaultTuning } from '../../../run/device/executor';
import { useFirstNetworks } from '../../running/network/useFirstNetworks';
import { useNamedNetworks } from '../../running/network/useNamedNetworks';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { useRunSession } from '../../running/session/useRunSession';
import { useSourceChoice } from '../../running/source/useSourceChoice';

const address = {
  /** As `racersName` writes it; null for the first three with weights. */
  nets: parseAsString,
  backend: oneOf(['auto', 'webgpu', 'wasm']).withDefault('auto'),
  /** Whether class maps show. */
  classmaps: oneOf(['on']),
};

/** The networks that race, where they run and what they see, all from the address, and the session that runs them. */
export function useRace(trained: TrainedNetworks) {
  const { networks, fault } = trained;
  const [{ nets, backend, classmaps }, choose] = useAddress(address);
  const source = useSourceChoice();
  const isIndexPending = networks.length === 0 && fault === null;
  const first = useFirstNetworks(presetSize, trained);
  const racers = useMemo(
    () => (isIndexPending ? [] : racersOf(nets, networks, first)),
    [nets, networks, first, isIndexPending],
  );
  useNamedNetworks({ key: 'nets', max: raceSize.max, used: null }, trained);
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
    ...{ session, status, racers, backend, source },
    chooseRacers: (wanted: readonly Runnable[]) => void choose({ nets: racersName(wanted) }),
    showsMaps: classmaps === 'on',
    showMaps: (isOn: boolean) => void choose({ classmaps: isOn ? 'on' : null }),
    chooseBackend: (wanted: typeof backend) => void choose({ backend: wanted }),
  };
}
