/** How far a number is from the answer. */
export type Distance =
  /** `factor`: how many times the answer it is, or the answer is it; at least 1. Beyond `farFactor` nobody counts. */
  | { readonly kind: 'factor'; readonly side: Side; readonly factor: number }
  | { readonly kind: 'beyond'; readonly side: Side }
  /** Nothing is no number of times too little. */
  | { readonly kind: 'none' };

export type Side = 'over' | 'under';

/** From here on a miss is “more than a thousand times”. */
export const farFactor = 1000;

export function distanceOf(said: number, answer: number): Distance {
  const ratio = said / answer;
  if (!(ratio > 0)) return { kind: 'none' };
  const [side, factor] = ratio < 1 ? (['under', 1 / ratio] as const) : (['over', ratio] as const);
  return factor > farFactor ? { kind: 'beyond', side } : { kind: 'factor', side, factor };
}
