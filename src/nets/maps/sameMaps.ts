import type { ChannelMaps } from './tensorView';

/** Whether two readings are of the same channels and look the same. */
export function sameMaps(a: ChannelMaps, b: ChannelMaps): boolean {
  return (
    a.height === b.height &&
    a.width === b.width &&
    areSame(a.channels, b.channels) &&
    areSame(a.limits, b.limits) &&
    areSame(a.values, b.values)
  );
}

function areSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
