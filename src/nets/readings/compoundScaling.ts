/** A power for each dimension that a network grows in; the rule of the paper gives all three the same one. */
export type Powers = { readonly depth: number; readonly width: number; readonly resolution: number };

/** What one power multiplies each dimension by. EfficientNet, arXiv:1905.11946, section 3.3. */
const growthPerPower: Powers = { depth: 1.2, width: 1.1, resolution: 1.15 };

/** Factors on layers, channels, image side and multiply-adds, which grow with depth and with the squares of the others. */
export function growthOf(powers: Powers): Powers & { readonly macs: number } {
  const depth = growthPerPower.depth ** powers.depth;
  const width = growthPerPower.width ** powers.width;
  const resolution = growthPerPower.resolution ** powers.resolution;
  return { depth, width, resolution, macs: depth * width ** 2 * resolution ** 2 };
}
