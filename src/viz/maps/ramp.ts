/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour of a value from 0 to 1. */
export type Colouring = (value: number) => Rgb;

/** From dark to light in even steps; the lightness rises throughout, so that print and colour-blind eyes lose nothing. */
const stops = [
  [16, 20, 28],
  [66, 46, 70],
  [176, 92, 58],
  [238, 186, 104],
  [255, 246, 222],
] as const satisfies readonly Rgb[];

/** The one ramp of feature maps, in both themes. */
export const ramp: Colouring = (value) => {
  const place = Math.min(Math.max(value, 0), 1) * (stops.length - 1);
  const below = Math.min(Math.floor(place), stops.length - 2);
  const [low, high] = [stops[below] ?? stops[0], stops[below + 1] ?? stops[4]];
  const share = place - below;
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [mix(low[0], high[0]), mix(low[1], high[1]), mix(low[2], high[2])];
};
