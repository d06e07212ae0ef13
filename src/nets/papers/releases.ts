import type { Source } from './publishedFigure';

/** Model pages and releases that print figures of networks from several papers. */

export const torchvisionWeights: Source = {
  title: /*i18n*/ 'torchvision weights metadata',
  url: 'https://pytorch.org/vision/stable/models.html',
};

export const torchvisionOps: Source = {
  title: 'torchvision _ops (GMACs)',
  url: 'https://github.com/pytorch/vision/tree/main/torchvision/models',
};

/** torchvision's weights metadata, and the multiply-adds that it lists as GMACs. */
export const torchvision: readonly Source[] = [torchvisionWeights, torchvisionOps];

export const keras: Source = {
  title: /*i18n*/ 'Keras Applications (parameters include running statistics)',
  url: 'https://keras.io/api/applications/',
};

export const megvii: Source = {
  title: /*i18n*/ 'megvii-model/ShuffleNet-Series, the official release',
  url: 'https://github.com/megvii-model/ShuffleNet-Series',
};

/** The README of MobileNet V2 and V3; V1 has one of its own. */
export const slimMobileNets: Source = {
  title: 'TF-slim mobilenet README',
  url: 'https://github.com/tensorflow/models/blob/master/research/slim/nets/mobilenet/README.md',
};
