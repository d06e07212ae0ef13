import { quantum } from '../../../nets/maps/quantisedMaps';
import type { ChannelMaps } from '../../../nets/maps/tensorView';
import type { DrawnMap } from './drawMaps';

/**
 * The maps that were read of a tensor, in the order of its channels or of their strength; each on its own scale, but none on one
 * much narrower than the tensor's.
 * @param hueOf the hue of a channel's group, where it has one
 * @param limitOf the magnitude of a channel's strongest colour, where it shares a scale with maps of other tensors
 */
export function drawnChannels(
  { channels, height, width, values, limits }: ChannelMaps,
  hueOf: (channel: number) => number | undefined = () => undefined,
  limitOf: (channel: number) => number | undefined = () => undefined,
): readonly DrawnMap[] {
  const size = [height, width] as const;
  return channels.map((channel, index) => {
    const own = limits[index] ?? 0;
    return {
      values: values.subarray(index * height * width, (index + 1) * height * width),
      limit: own === 0 ? 0 : (quantum * (limitOf(channel) ?? own)) / own,
      hue: hueOf(channel),
      size,
    };
  });
}
