import { useEffect, useState } from 'react';
import type { Manifest } from '../../run/manifest';
import type { RunError } from '../../run/runError';
import { fetchTrainedNetworks } from '../../run/trainedNetworks';

export type TrainedNetworks = {
  /** Empty until they are known. */
  readonly networks: readonly Manifest[];
  readonly fault: RunError | null;
  readonly retry: () => void;
};

/** The networks that come with trained weights. */
export function useTrainedNetworks(): TrainedNetworks {
  const [attempt, setAttempt] = useState(0);
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
  return {
    ...found,
    retry: () => {
      setFound({ networks: [], fault: null });
      setAttempt(attempt + 1);
    },
  };
}
