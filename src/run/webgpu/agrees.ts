/**
 * Whether every value is within `tolerance` of the wanted one, relative to the largest. Nothing agrees with all zeros.
 */
export function agrees(got: Float32Array, wanted: Float32Array, tolerance: number): boolean {
  const largest = wanted.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  return (
    largest > 0 &&
    got.length === wanted.length &&
    got.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= tolerance * largest)
  );
}
