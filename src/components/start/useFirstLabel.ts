import { useMemo } from 'react';
import { trainedRunnable } from '../../lab/networks/runnable';
import { samples } from '../../lab/session/samples';
import type { Lane } from '../../lab/session/sessionStatus';
import { defaultTuning } from '../../run/device/executor';
import type { Manifest } from '../../run/weights/manifest';
import { useFirstNetworks } from '../running/network/useFirstNetworks';
import { useTrainedNetworks } from '../running/network/useTrainedNetworks';
import { useRunSession } from '../running/session/useRunSession';

export const photo = samples[0];

const source = { kind: 'sample', url: photo.url } as const;

type FirstLabel = {
  /** The network that looks at the photo; undefined before it is known. */
  readonly network: Manifest | undefined;
  /** Whether it is not the usual one, since the connection is slow or metered. */
  readonly isSmall: boolean;
  /** Undefined before the network begins to load. */
  readonly lane: Lane | undefined;
  /** Whether something failed; the lab says what, and what to do. */
  readonly hasFailed: boolean;
};

/** Runs the lab's first network on its first photo, once. */
export function useFirstLabel(): FirstLabel {
  const trained = useTrainedNetworks();
  const [network] = useFirstNetworks(1, trained);
  const networks = useMemo(() => {
    const runnable = network === undefined ? undefined : trainedRunnable(network);
    return runnable?.ok === true ? [runnable.value] : [];
  }, [network]);
  const { status } = useRunSession({
    backend: 'auto',
    tuning: defaultTuning,
    networks,
    source,
    repeats: 'nothing',
    isPaused: false,
    smoothsGuesses: false,
  });
  const [lane] = status.lanes;
  const faults = [trained.fault, status.engineFault, status.sourceFault, lane?.fault ?? null];
  return {
    network,
    isSmall: network !== undefined && network !== trained.networks[0],
    lane,
    hasFailed: faults.some((fault) => fault !== null),
  };
}
