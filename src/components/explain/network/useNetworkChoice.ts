import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { builtGraph } from '../../../nets/models/model';
import type { NamedNetwork } from '../../../nets/models/networkName';
import { heldNetwork } from '../../../classroom/locks';
import { networkMisfit, networkName, networkOfName, networkTitle } from '../../../nets/models/networkName';
import { defaultsOf } from '../../../nets/parameter';
import type { Counted } from '../../../nets/readings/cost';
import { countedGraph } from '../../../nets/readings/cost';
import { useLocks, type Locks } from '../../ui/address/locks';
import { useArrivedQuery, useReading } from '../../ui/address/readings';

/** The network in the address, counted. */
export type NetworkChoice = Counted & {
  readonly network: NamedNetwork;
  readonly choose: (network: NamedNetwork) => void;
};

const preset: NamedNetwork = { model: mobileNetV2, choice: defaultsOf(mobileNetV2.options) };

/** Keeps a network and its options in the address as `net=mobilenet-v2:width=0.5`. */
export function useNetworkChoice(): NetworkChoice {
  const [name, setName] = useQueryState('net', parseAsString.withDefault(networkName(preset)));
  const text = useArrivedQuery().get('net');
  const refused = useMemo(() => {
    const misfit = text === null ? undefined : networkMisfit(text);
    if (text === null || misfit === undefined) return [];
    return [{ key: 'net', text, used: networkTitle(preset), why: { kind: 'network' as const, misfit } }];
  }, [text]);
  useReading(['net'], refused);
  const locks = useLocks((state) => state.locks);
  return useMemo(() => {
    const hold = (wanted: NamedNetwork): NamedNetwork => heldBy(locks, wanted);
    const network = hold(namedOr(name, preset));
    return {
      network,
      ...countedGraph(builtGraph(network.model, network.choice)),
      choose: (wanted) => {
        const wantedName = networkName(hold(wanted));
        void setName(wantedName === networkName(preset) ? null : wantedName);
      },
    };
  }, [name, setName, locks]);
}

/** The network of this name, or another where there is none that can be built. */
function namedOr(name: string, other: NamedNetwork): NamedNetwork {
  const named = networkOfName(name);
  return named.ok && named.value.model.build(named.value.choice).ok ? named.value : other;
}

/** A network with what a task holds of it. */
function heldBy(locks: Locks, wanted: NamedNetwork): NamedNetwork {
  const keys = Object.keys(locks).filter((key) => key === 'net' || key.startsWith('net:'));
  const [first] = keys;
  if (first === undefined) return wanted;
  const held = heldNetwork(wanted, namedOr(locks[first] ?? '', preset), keys);
  return held.model.build(held.choice).ok ? held : preset;
}
