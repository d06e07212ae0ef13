import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import type { NetworkChoice } from '../explain/network/useNetworkChoice';
import { subgraphOf } from '../../nets/subgraph';
import { useArrivedQuery, useReading } from '../ui/address/readings';
import { figurePlace, placeParameter } from '../ui/placeLink';

/** The chosen part of a network: its path, in the address, or `preset`. */
export function useChosenPart({ graph, network }: NetworkChoice, preset: string) {
  const [at, setAt] = useQueryState(placeParameter, parseAsString);
  const arrived = useArrivedQuery().get(placeParameter);
  const place = `${figurePlace(network.model.id)}.`;
  const pathOf = useMemo(
    () => (text: string | null) => {
      const path = text?.startsWith(place) === true ? text.slice(place.length) : text;
      return path !== null && subgraphOf(graph, path) !== undefined ? path : undefined;
    },
    [graph, place],
  );
  const refused = useMemo(() => {
    if (arrived === null || arrived.startsWith(figurePlace('')) || pathOf(arrived) !== undefined) return [];
    return [{ key: placeParameter, text: arrived, used: preset, why: { kind: 'noSuchPart' as const } }];
  }, [arrived, pathOf, preset]);
  useReading([placeParameter], refused);
  return { path: pathOf(at) ?? preset, choose: (path: string) => void setAt(path) };
}
