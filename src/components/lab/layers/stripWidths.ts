/** What the width of a part of the strip can stand for. */
export const stripWidths = ['equal', 'macs', 'memory'] as const;

export type StripWidth = (typeof stripWidths)[number];
