import type { SeenTensor } from '../../../nets/maps/tensorView';

/** Degrees in OKLCH, none of them that of plain positive values; groups beyond begin again. */
export const groupHues = [200, 140, 345] as const;

/**
 * The hue of each channel's group; none where a value of the tensor is negative, since negative values have a hue of their own.
 * @param groups the group of each channel, null where it is of several or none
 */
export function groupHueOf(
  { numbers: { least } }: SeenTensor,
  groups: readonly (number | null)[],
): (channel: number) => number | undefined {
  const isPositive = least.every((value) => value >= 0);
  return (channel) => {
    const group = groups[channel] ?? null;
    return isPositive && group !== null ? groupHues[group % groupHues.length] : undefined;
  };
}
