import { useMemo } from 'react';
import type { Graph } from '../../../nets/graph';
import { placeOf, writtenPlace, type XrayPlace } from '../../../lab/xray/place';
import { useArrivedQuery, useReading } from '../../ui/address/readings';

const keys = ['at', 'channel', 'pixel'] as const;

/** Says which parts of the place in the address this network does not have, and what shows instead. */
export function usePlaceInAddress(graph: Graph | null, { level }: XrayPlace): void {
  const arrived = useArrivedQuery();
  const refused = useMemo(() => {
    if (graph === null) return [];
    const channel = arrived.get('channel');
    const asked = {
      at: arrived.get('at'),
      channel: channel === null ? null : Number(channel),
      pixel: arrived.get('pixel'),
    };
    const used = writtenPlace(placeOf(graph, asked));
    return keys.flatMap((key) => {
      const text = arrived.get(key);
      const instead = used[key];
      // A block has no channel: what lies below a part that is not there is not told again.
      if (text === null || text === String(instead) || (key !== 'at' && used.at !== asked.at)) return [];
      return [{ key, text, used: instead === null ? null : String(instead), why: { kind: 'noSuchPart' as const } }];
    });
  }, [graph, arrived]);
  useReading(keys, level === 'network' && graph === null ? none : refused);
}

const none: readonly never[] = [];
