import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Convention } from '../../../nets/readings/convention';
import { plainConvention } from '../../../nets/readings/convention';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { keras, torchvisionOps } from '../../../nets/papers/releases';
import { squeezeNetRelease } from '../../../nets/papers/squeezeNet';

/** A paper or tool and how it counts. */
export type KnownConvention = {
  readonly id: string;
  /** Its name, the same in every language. */
  readonly name: string;
  /** The word that it prints. */
  readonly word: string;
  readonly note: MessageDescriptor;
  readonly convention: Convention;
  readonly source: string;
};

/**
 * How papers and tools count, where that is a convention: tools that go by how the code is written are in `countingTools`.
 * `source` is the paper or source code of each entry.
 */
export const knownConventions: readonly KnownConvention[] = [
  {
    id: 'shufflenet',
    name: 'ShuffleNet V1, V2',
    word: 'FLOPs',
    note: msg`“The number of multiplication-adds”: one per multiply-add, whatever the word suggests.`,
    convention: plainConvention,
    source: shuffleNetV1.paper.url,
  },
  {
    id: 'mobilenet',
    name: 'MobileNet V1–V3',
    word: 'Mult-Adds, MAdds',
    note: msg`One per multiply-add. TF-slim’s MobileNetV2 table leaves batch norm out of the params.`,
    convention: plainConvention,
    source: mobileNetV1.paper.url,
  },
  {
    id: 'squeezenet',
    name: 'forresti/SqueezeNet',
    word: 'GFLOPS/image',
    note: msg`Two per multiply-add, so 1.72 GFLOPS is 0.86 G multiply-adds.`,
    convention: { ...plainConvention, perMac: 2 },
    source: squeezeNetRelease.url,
  },
  {
    id: 'torchvision',
    name: 'torchvision',
    word: '_ops',
    note: msg`One per multiply-add, in units of 10⁹; its num_params has batch norm’s scale and shift.`,
    convention: plainConvention,
    source: torchvisionOps.url,
  },
  {
    id: 'keras',
    name: 'Keras',
    word: 'Total params',
    note: msg`Also counts the running mean and variance of batch norm, which are stored but not learned.`,
    convention: { ...plainConvention, normParams: 4 },
    source: keras.url,
  },
  {
    id: 'pytorch',
    name: 'torch.utils.flop_counter',
    word: 'FLOPs',
    note: msg`Two per multiply-add of convolutions and matrix products, nothing else.`,
    convention: { ...plainConvention, perMac: 2 },
    source: 'https://github.com/pytorch/pytorch/blob/main/torch/utils/flop_counter.py',
  },
];
