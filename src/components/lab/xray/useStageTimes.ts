import { useMemo } from 'react';
import { networkName } from '../../../nets/models/networkName';
import { layersShelf, resultOfRecord } from '../../../lab/layers/layersShelf';
import type { Runnable } from '../../../lab/networks/runnable';
import { stageTimes, type StageTimes } from '../../../lab/xray/stageTimes';
import { useKeptResults } from '../../running/measuring/useKeptResults';

/** How the time of a network divides among its stages, by the latest result that Layers keeps of it; null without one. */
export function useStageTimes(runnable: Runnable | null): StageTimes | null {
  const { results } = useKeptResults(layersShelf);
  return useMemo(() => {
    if (runnable === null) return null;
    const name = networkName(runnable.network);
    const record = results.findLast(({ network }) => network === name);
    const result = record === undefined ? null : resultOfRecord(record);
    return result?.ok === true ? stageTimes(result.value) : null;
  }, [results, runnable]);
}
