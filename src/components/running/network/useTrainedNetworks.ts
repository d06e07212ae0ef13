import { useEffect, useMemo, useState } from 'react';
import type { Manifest } from '../../../run/weights/manifest';
import type { RunError } from '../../../run/errors/runError';
import { fetchTrainedNetworks } from '../../../run/weights/trainedNetworks';
import { useKeptNetworks } from '../checkpoints/keptNetworksStore';

export type TrainedNetworks = {
  /** Empty until they are known. */
  readonly networks: readonly Manifest[];
  readonly fault: RunError | null;
  readonly retry: () => void;
};

/** The networks that come with trained weights, and behind them those that the person brought. */
export function useTrainedNetworks(): TrainedNetworks {
  const [attempt, setAttempt] = useState(0);
  const kept = useKeptNetworks();
  const [found, setFound] = useState<Omit<TrainedNetworks, 'retry'>>({ networks: [], fault: null });
  useEffect(() => {
    const controller = new AbortController();
    void fetchTrainedNetworks(controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      setFound(result.ok ? { networks: result.value, fault: null } : { networks: [], fault: result.error });
    });
    return () => {
      controller.abort();
    };
  }, [attempt]);
  // The same array as long as nothing changes, so that what runs is left running.
  const networks = useMemo(() => withKept(found.networks, kept), [found.networks, kept]);
  return {
    fault: found.fault,
    networks,
    retry: () => {
      setFound({ networks: [], fault: null });
      setAttempt(attempt + 1);
    },
  };
}

/** Both lists; none as long as one is unknown, since the address may name a network of either. */
function withKept(served: readonly Manifest[], kept: readonly Manifest[] | null): readonly Manifest[] {
  if (kept === null || served.length === 0) return [];
  return [...served, ...kept.filter(({ name }) => !served.some((network) => network.name === name))];
}
