import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import type { NamedNetwork } from '../../nets/models/networkName';
import { networkName, networkOfName } from '../../nets/models/networkName';
import type { Counted } from '../../nets/readings/cost';
import { countedGraph } from '../../nets/readings/cost';

/** A network of the comparison, counted. */
export type Compared = NamedNetwork & Counted & { readonly name: string };

export type Comparison = {
  readonly networks: readonly Compared[];
  /** Errors in parts of the address. */
  readonly faults: readonly string[];
  readonly set: (networks: readonly NamedNetwork[]) => void;
  readonly reset: () => void;
};

/** More do not fit side by side. */
export const maxCompared = 4;

const preset = 'mobilenet-v1,mobilenet-v2,shufflenet-v2';

/** Keeps the compared networks in the address: `nets=mobilenet-v2:width=0.5,shufflenet-v2`. */
export function useCompared(): Comparison {
  const [names, setNames] = useQueryState('nets', parseAsString.withDefault(preset));
  const { networks, faults } = useMemo(() => comparedOf(names), [names]);
  return {
    networks,
    faults,
    set: (wanted) => {
      const joined = wanted.map(networkName).join(',');
      void setNames(joined === preset ? null : joined);
    },
    reset: () => {
      void setNames(null);
    },
  };
}

function comparedOf(names: string): Pick<Comparison, 'networks' | 'faults'> {
  const networks: Compared[] = [];
  const faults: string[] = [];
  for (const name of names.split(',').slice(0, maxCompared)) {
    const named = networkOfName(name);
    const graph = named.ok ? named.value.model.build(named.value.choice) : named;
    if (named.ok && graph.ok)
      networks.push({ ...named.value, name: networkName(named.value), ...countedGraph(graph.value) });
    else if (!graph.ok) faults.push(graph.error);
  }
  return networks.length > 0 || names === preset ? { networks, faults } : { ...comparedOf(preset), faults };
}
