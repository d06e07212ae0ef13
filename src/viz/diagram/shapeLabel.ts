import type { Shape } from '../../nets/op';

/** `56 × 56 × 24` as it stands on a diagram, with narrow spaces so that it stays short. */
export function shapeLabel({ height, width, channels }: Shape): string {
  return `${String(height)}×${String(width)}×${String(channels)}`;
}
