import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import type { NamedNetwork } from '../../nets/models/networkName';
import { networkMisfit, networkName, networkOfName } from '../../nets/models/networkName';
import type { Counted } from '../../nets/readings/cost';
import { countedGraph } from '../../nets/readings/cost';
import { useArrivedQuery, useReading } from '../ui/address/readings';
import { refusedNames } from '../ui/address/refusedNames';
import type { RefusalReason } from '../ui/address/refusedValue';

/** A network of the comparison, counted. */
export type Compared = NamedNetwork & Counted & { readonly name: string };

export type Comparison = {
  readonly networks: readonly Compared[];
  readonly set: (networks: readonly NamedNetwork[]) => void;
  readonly reset: () => void;
};

/** More do not fit side by side. */
export const maxCompared = 4;

const preset = 'mobilenet-v1,mobilenet-v2,shufflenet-v2';

/** Keeps the compared networks in the address: `nets=mobilenet-v2:width=0.5,shufflenet-v2`. */
export function useCompared(): Comparison {
  const [names, setNames] = useQueryState('nets', parseAsString.withDefault(preset));
  const networks = useMemo(() => comparedOf(names), [names]);
  const text = useArrivedQuery().get('nets');
  const refused = useMemo(
    () => (text === null ? [] : refusedNames({ key: 'nets', text, why, max: maxCompared })),
    [text],
  );
  useReading(['nets'], refused);
  return {
    networks,
    set: (wanted) => {
      const joined = wanted.map(networkName).join(',');
      void setNames(joined === preset ? null : joined);
    },
    reset: () => {
      void setNames(null);
    },
  };
}

function why(name: string): RefusalReason | undefined {
  const misfit = networkMisfit(name);
  return misfit && { kind: 'network', misfit };
}

/** The first networks of a list of names that can be built; those of the preset where there is none. */
function comparedOf(names: string): readonly Compared[] {
  const networks = [...new Set(names.split(','))].flatMap((name) => {
    const named = networkOfName(name);
    const graph = named.ok ? named.value.model.build(named.value.choice) : named;
    if (!named.ok || !graph.ok) return [];
    return [{ ...named.value, name: networkName(named.value), ...countedGraph(graph.value) }];
  });
  return networks.length > 0 || names === preset ? networks.slice(0, maxCompared) : comparedOf(preset);
}
