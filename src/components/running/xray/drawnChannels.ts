import { channelOf } from '../../../nets/arithmetic/mapValues';
import type { Activation } from '../../../run/device/executor';
import { magnitudeLimit, mapLimit } from '../../../viz/maps/scaleLimit';
import type { DrawnMap } from './MapGrid';

/**
 * Every channel of a tensor, each on its own scale, but none on one much narrower than the tensor's.
 * @param hueOf the hue of a channel's group, where it has one
 */
export function drawnChannels(
  map: Activation,
  hueOf: (channel: number) => number | undefined = () => undefined,
): readonly DrawnMap[] {
  const layerLimit = magnitudeLimit(map.values);
  return Array.from({ length: map.shape[2] }, (_, channel) => {
    const values = channelOf(map, channel);
    return { values, limit: mapLimit(values, layerLimit), hue: hueOf(channel) };
  });
}
