/** Points of per cent between a guess and the answer as it is shown, with `decimals`: 12.5 and 50 are 37.5 apart. */
export function pointsOff(said: number, right: number, decimals: number): number {
  const shown = Number.isInteger(right) ? right : Number(right.toFixed(decimals));
  return Number(Math.abs(said - shown).toFixed(2));
}
