import type { Result } from '../result';
import { failure, success } from '../result';
import { alexNet } from './alexNet';
import { efficientNetLite0 } from './efficientNetLite0';
import { inceptionV3 } from './inceptionV3';
import { mobileNetV1 } from './mobileNetV1';
import { mobileNetV2 } from './mobileNetV2';
import { mobileNetV3 } from './mobileNetV3';
import type { Model } from './model';
import { shuffleNetV1 } from './shuffleNetV1';
import { shuffleNetV2 } from './shuffleNetV2';
import { squeezeNet } from './squeezeNet';
import { vgg16 } from './vgg16';
import { xception } from './xception';

/** Every network of the app: those of the course in its order, their successor, then the baselines. */
export const catalogue: readonly Model[] = [
  squeezeNet,
  xception,
  shuffleNetV1,
  shuffleNetV2,
  mobileNetV1,
  mobileNetV2,
  mobileNetV3,
  efficientNetLite0,
  alexNet,
  vgg16,
  inceptionV3,
];

/** The network with this id. The error lists all ids. */
export function modelById(id: string): Result<Model> {
  const model = catalogue.find((candidate) => candidate.id === id);
  return model === undefined
    ? failure(`network: no such id (got ${id}, wanted ${catalogue.map((known) => known.id).join(', ')})`)
    : success(model);
}
