import { alexNetFigures } from './alexNet';
import { efficientNetLite0Figures } from './efficientNetLite0';
import { inceptionV3Figures } from './inceptionV3';
import { mobileNetV1Figures } from './mobileNetV1';
import { mobileNetV2Figures } from './mobileNetV2';
import { mobileNetV3Figures } from './mobileNetV3';
import type { PublishedFigure } from './publishedFigure';
import { shuffleNetV1Figures } from './shuffleNetV1';
import { shuffleNetV2Figures } from './shuffleNetV2';
import { squeezeNetFigures } from './squeezeNet';
import { vgg16Figures } from './vgg16';
import { xceptionFigures } from './xception';

/** Every published figure; of one network, the paper's own first where it prints one. */
export const published: readonly PublishedFigure[] = [
  squeezeNetFigures,
  xceptionFigures,
  inceptionV3Figures,
  alexNetFigures,
  vgg16Figures,
  shuffleNetV1Figures,
  shuffleNetV2Figures,
  mobileNetV1Figures,
  mobileNetV2Figures,
  mobileNetV3Figures,
  efficientNetLite0Figures,
].flat();
