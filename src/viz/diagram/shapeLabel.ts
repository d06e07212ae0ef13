import type { Shape } from '../../nets/op';

/** `56×56×24`: height, width, channels. */
export function shapeLabel({ height, width, channels }: Shape): string {
  return `${String(height)}×${String(width)}×${String(channels)}`;
}

/** The same on two lines, where labels have little room. */
export function shapeLabelLines({ height, width, channels }: Shape): readonly string[] {
  return [`${String(height)}×${String(width)}`, `×${String(channels)}`];
}
