import { useEffect, useMemo, useState } from 'react';
import type { Manifest } from '../../../run/weights/manifest';
import type { RunError } from '../../../run/errors/runError';
import { fetchTrainedNetworks } from '../../../run/weights/trainedNetworks';
import { countedLoad } from '../../ui/lateLoads';
import { useKeptNetworks } from '../checkpoints/keptNetworksStore';

export type TrainedNetworks = {
  /** Empty until both lists have loaded. */
  readonly networks: readonly Manifest[];
  readonly fault: RunError | null;
  readonly retry: () => void;
};

/** The networks that come with trained weights, followed by the person's own. */
export function useTrainedNetworks(): TrainedNetworks {
  const [attempt, setAttempt] = useState(0);
  const kept = useKeptNetworks();
  const [found, setFound] = useState<Omit<TrainedNetworks, 'retry'>>({ networks: [], fault: null });
  useEffect(() => {
    const controller = new AbortController();
    void countedLoad(() => fetchTrainedNetworks(controller.signal)).then((result) => {
      if (controller.signal.aborted) return;
      setFound(result.ok ? { networks: result.value, fault: null } : { networks: [], fault: result.error });
    });
    return () => {
      controller.abort();
    };
  }, [attempt]);
  // Stays the same array while nothing changes, so that running networks are not loaded again.
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

/** Both lists joined; empty until both are known, since the address may name a network of either. */
function withKept(served: readonly Manifest[], kept: readonly Manifest[] | null): readonly Manifest[] {
  if (kept === null || served.length === 0) return [];
  // Of one name, this browser loads what it keeps.
  const named = (name: string): Manifest | undefined => kept.find((network) => network.name === name);
  const own = kept.filter(({ name }) => !served.some((network) => network.name === name));
  return [...served.map((network) => named(network.name) ?? network), ...own];
}
