import { useEffect, useMemo, useState } from 'react';
import { firstNetworks } from '../../../lab/networks/firstNetworks';
import { keptNames } from '../../../lab/networks/keptNames';
import { knownConnection } from '../../../lab/networks/knownConnection';
import type { Connection } from '../../../run/weights/connection';
import type { Manifest } from '../../../run/weights/manifest';
import { useKeptNetworks } from '../checkpoints/keptNetworksStore';
import type { TrainedNetworks } from './useTrainedNetworks';

const none: ReadonlySet<string> = new Set();

/**
 * The networks that run where the address names none; empty until it is known which there are. A slow connection starts with
 * small ones.
 */
export function useFirstNetworks(count: number, { networks }: TrainedNetworks): readonly Manifest[] {
  const own = useKeptNetworks();
  const isKnown = networks.length > 0;
  const [connection, setConnection] = useState<Connection | null>(null);
  // Measured once, when there is something to measure: what runs must not change by itself.
  if (isKnown && connection === null) setConnection(knownConnection());
  const served = useMemo(
    () => networks.filter(({ name }) => own?.some((network) => network.name === name) !== true),
    [networks, own],
  );
  const isSmall = connection !== null && firstNetworks({ served, count, connection, kept: none })[0] !== served[0];
  const kept = useServedNames(isSmall);
  // The same array while nothing changes, so that running networks are left alone.
  return useMemo(() => {
    if (connection === null || (isSmall && kept === null)) return [];
    return firstNetworks({ served, count, connection, kept: kept ?? none });
  }, [served, count, connection, isSmall, kept]);
}

/** Names of the networks whose weights the browser keeps for use without a network; null until they are asked for and known. */
function useServedNames(isAsked: boolean): ReadonlySet<string> | null {
  const [names, setNames] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    void keptNames().then((found) => {
      if (isCurrent) setNames(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [isAsked]);
  return names;
}
