/**
 * The nearest multiple of `divisor` (halves round up), at least `divisor`, and the next one up if rounding down would lose
 * more than a tenth: how MobileNet V2 and V3 round scaled channels (TF-slim conv_blocks, torchvision `_make_divisible`).
 */
export function makeDivisible(channels: number, divisor = 8): number {
  const rounded = nearestMultiple(channels, divisor);
  return rounded < 0.9 * channels ? rounded + divisor : rounded;
}

/** The nearest multiple of `divisor` (halves round up), at least `divisor`. */
export function nearestMultiple(channels: number, divisor: number): number {
  return Math.max(divisor, Math.floor(channels / divisor + 0.5) * divisor);
}
