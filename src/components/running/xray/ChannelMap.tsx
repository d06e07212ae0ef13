import { useMemo, type ComponentProps } from 'react';
import { channelOf, type MapValues } from '../../../nets/arithmetic/mapValues';
import { magnitudeLimit } from '../../../nets/maps/scaleLimit';
import { SingleMap } from './SingleMap';

type ChannelMapProps = Omit<ComponentProps<typeof SingleMap>, 'values' | 'limit' | 'height' | 'width'> & {
  readonly map: MapValues;
  readonly channel: number;
  /** The magnitude of the strongest colour; by default the channel's own. */
  readonly limit?: number;
};

/** One channel of a tensor, on a scale of its own or a shared one. */
export function ChannelMap({ map, channel, limit, ...rest }: ChannelMapProps) {
  const values = useMemo(() => channelOf(map, channel), [map, channel]);
  const own = useMemo(() => magnitudeLimit(values), [values]);
  return <SingleMap {...rest} values={values} limit={limit ?? own} height={map.shape[0]} width={map.shape[1]} />;
}
