/** How a network's weights are stored after pruning and quantisation. */
export type Compression = {
  /** Bits of one stored weight: an index into a codebook of 2^bits shared values. */
  readonly bits: number;
  /** The fraction of weights that pruning keeps. */
  readonly kept: number;
  /** Bits for the distance to the next kept weight; 0 where every weight is kept. */
  readonly indexBits: number;
};

/**
 * Bytes of `params` weights stored as in Deep Compression (Han et al., arXiv:1510.00149, sections 2 and 3): the kept
 * weights, each with its index. Leaves out the codebooks (a few kilobytes) and Huffman coding (section 4), which saves
 * about another fifth, depending on the values.
 */
export function compressedBytes(params: number, { bits, kept, indexBits }: Compression): number {
  return (params * kept * (bits + (kept < 1 ? indexBits : 0))) / 8;
}

/** Bytes of `params` weights stored as float32. */
export function float32Bytes(params: number): number {
  return 4 * params;
}
