/** Addresses of cited papers without a network in the catalogue; a model has the address of its own paper. */
export const relatedPapers = {
  deepCompression: 'https://arxiv.org/abs/1510.00149',
  mnasNet: 'https://arxiv.org/abs/1807.11626',
  netAdapt: 'https://arxiv.org/abs/1804.03230',
  resNet: 'https://arxiv.org/abs/1512.03385',
  resNeXt: 'https://arxiv.org/abs/1611.05431',
  squeezeAndExcitation: 'https://arxiv.org/abs/1709.01507',
  swish: 'https://arxiv.org/abs/1710.05941',
} as const;
