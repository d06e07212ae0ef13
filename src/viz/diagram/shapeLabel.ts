import type { Shape } from '../../nets/op';

/** `56×56×24`: height, width, channels. */
export function shapeLabel({ height, width, channels }: Shape): string {
  return `${String(height)}×${String(width)}×${String(channels)}`;
}
