/** The shared step at its defaults: with three branches, as many channels out as in. */
export const sharedStep = { step: 'shared', inChannels: 288, outChannels: 288, towers: 3, resolution: 35 } as const;
