/**
 * The block-wise search maximises accuracy times (latency / target)^w, with a negative w. This is the second factor. MnasNet, arXiv:1807.11626, section 3.1 has w = -0.07; MobileNetV3, arXiv:1905.02244, section 4.1 uses -0.15 to
 * search its small network, because accuracy changes faster with latency there.
 */
export function rewardFactor(latencyOverTarget: number, w: number): number {
  return latencyOverTarget ** w;
}

export const rewardExponents = { mnasNet: -0.07, small: -0.15 } as const;
