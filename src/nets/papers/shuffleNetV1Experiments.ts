import type { SourceId } from './published';

type Experiments = {
  readonly source: SourceId;
  readonly groups: readonly {
    readonly width: number;
    /** Multiply-adds in millions that all networks of the row have, nearly. */
    readonly macsMillions: number;
    readonly top1Error: Readonly<Record<1 | 2 | 3 | 4 | 8, number>>;
  }[];
  readonly shuffle: readonly {
    readonly width: number;
    readonly groups: 3 | 8;
    readonly top1ErrorWithout: number;
    readonly top1ErrorWith: number;
  }[];
};

/**
 * What groups and the channel shuffle are worth, as the ShuffleNet paper measured it: ImageNet top-1 error in per cent.
 * `groups` is Table 2 (networks of equal multiply-adds, wider with more groups), `shuffle` Table 3 (the same network with
 * and without its shuffles). arXiv:1707.01083, section 4.1.
 */
export const shuffleNetV1Experiments: Experiments = {
  source: 'sn1-paper',
  groups: [
    { width: 1, macsMillions: 140, top1Error: { 1: 33.6, 2: 32.7, 3: 32.6, 4: 32.8, 8: 32.4 } },
    { width: 0.5, macsMillions: 38, top1Error: { 1: 45.1, 2: 44.4, 3: 43.2, 4: 41.6, 8: 42.3 } },
    { width: 0.25, macsMillions: 13, top1Error: { 1: 57.1, 2: 56.8, 3: 55, 4: 54.2, 8: 52.7 } },
  ],
  shuffle: [
    { width: 1, groups: 3, top1ErrorWithout: 34.5, top1ErrorWith: 32.6 },
    { width: 1, groups: 8, top1ErrorWithout: 37.6, top1ErrorWith: 32.4 },
    { width: 0.5, groups: 3, top1ErrorWithout: 45.7, top1ErrorWith: 43.2 },
    { width: 0.5, groups: 8, top1ErrorWithout: 48.1, top1ErrorWith: 42.3 },
    { width: 0.25, groups: 3, top1ErrorWithout: 56.3, top1ErrorWith: 55 },
    { width: 0.25, groups: 8, top1ErrorWithout: 56.5, top1ErrorWith: 52.7 },
  ],
};
