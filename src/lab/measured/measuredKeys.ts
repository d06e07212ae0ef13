/** Where the pages that measure keep their results, in localStorage. */
export const measuredKeys = {
  layers: 'featherweight.measured.layers',
  bench: 'featherweight.measured.bench',
  guidelines: 'featherweight.measured.guidelines',
} as const;
