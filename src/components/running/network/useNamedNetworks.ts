import { useMemo } from 'react';
import { refusedNames } from '../../ui/address/refusedNames';
import { useArrivedQuery, useReading } from '../../ui/address/readings';
import { runnableRefusal } from './runnableRefusal';
import type { TrainedNetworks } from './useTrainedNetworks';

type NamedNetworks = {
  /** The name of the parameter in the address. */
  readonly key: string;
  /** How many networks it may name. */
  readonly max: number;
  /** The title of what runs where it names none that runs; null where those are left out. */
  readonly used: string | null;
};

/** Says which of the networks that the address names do not run here, once it is known which there are. */
export function useNamedNetworks({ key, max, used }: NamedNetworks, { networks }: TrainedNetworks): void {
  const text = useArrivedQuery().get(key);
  const refused = useMemo(() => {
    if (text === null || networks.length === 0) return [];
    const why = (name: string) => runnableRefusal(name, networks);
    return refusedNames({ key, text, max, why }).map((value) => ({ ...value, used }));
  }, [key, text, max, used, networks]);
  useReading([key], refused);
}
