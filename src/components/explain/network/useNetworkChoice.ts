import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { builtGraph } from '../../../nets/models/model';
import type { NamedNetwork } from '../../../nets/models/networkName';
import { networkMisfit, networkName, networkOfName, networkTitle } from '../../../nets/models/networkName';
import { defaultsOf } from '../../../nets/parameter';
import type { Counted } from '../../../nets/readings/cost';
import { countedGraph } from '../../../nets/readings/cost';
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
  return useMemo(() => {
    const named = networkOfName(name);
    const built = named.ok ? named.value.model.build(named.value.choice) : named;
    const network = named.ok && built.ok ? named.value : preset;
    const counted = countedGraph(built.ok ? built.value : builtGraph(preset.model));
    return {
      network,
      ...counted,
      choose: (wanted) => {
        const wantedName = networkName(wanted);
        void setName(wantedName === networkName(preset) ? null : wantedName);
      },
    };
  }, [name, setName]);
}
