import { useMemo } from 'react';
import { runnableOf, trainedRunnable, type Runnable } from '../../../lab/networks/runnable';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';

type ChosenRunnable = {
  /** Null until the list of trained weights has loaded. */
  readonly runnable: Runnable | null;
  /** What is wrong with the network in the address; the first one runs instead. */
  readonly fault: string | null;
};

/** The network called `name`, or else the first with weights. */
export function useRunnable(name: string | null, { networks, fault }: TrainedNetworks): ChosenRunnable {
  return useMemo(() => {
    const [first] = networks;
    const named = name === null || (first === undefined && fault === null) ? null : runnableOf(name, networks);
    const preset = first === undefined ? null : trainedRunnable(first);
    const chosen = named?.ok === true ? named : preset;
    const runnable = chosen?.ok === true ? chosen.value : null;
    return {
      runnable,
      fault: named?.ok === false && first !== undefined ? named.error : null,
    };
  }, [name, networks, fault]);
}
