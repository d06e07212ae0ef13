import { useMemo } from 'react';
import { runnableOf, runnableTitle, trainedRunnable, type Runnable } from '../../../lab/networks/runnable';
import { useFirstNetworks } from './useFirstNetworks';
import { useNamedNetworks } from './useNamedNetworks';
import type { TrainedNetworks } from './useTrainedNetworks';

/** The network called `name`, or else the first with weights; null until the list of trained weights has loaded. */
export function useRunnable(name: string | null, trained: TrainedNetworks): Runnable | null {
  const { networks, fault } = trained;
  const [small] = useFirstNetworks(1, trained);
  const runnable = useMemo(() => {
    const first = small;
    const named = name === null || (first === undefined && fault === null) ? null : runnableOf(name, networks);
    const preset = first === undefined ? null : trainedRunnable(first);
    const chosen = named?.ok === true ? named : preset;
    return chosen?.ok === true ? chosen.value : null;
  }, [name, networks, fault, small]);
  useNamedNetworks({ key: 'net', max: 1, used: runnable && runnableTitle(runnable) }, trained);
  return runnable;
}
