import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Titles of the pages that the course names, by their addresses: the chapters in teaching order, then where exercises lead to. */
export const pageTitles = {
  '/counting': msg`Counting`,
  '/squeezenet': msg`SqueezeNet`,
  '/xception': msg`Xception`,
  '/mobilenet-v1': msg`MobileNet V1`,
  '/shufflenet-v1': msg`ShuffleNet V1`,
  '/mobilenet-v2': msg`MobileNet V2`,
  '/shufflenet-v2': msg`ShuffleNet V2`,
  '/mobilenet-v3': msg`MobileNet V3`,
  '/efficientnet-lite0': msg`EfficientNet-Lite0`,
  '/summary': msg`Summary`,
  '/race': msg`Race`,
  '/layers': msg`Layers`,
  '/guidelines': msg`Guidelines`,
  '/networks': msg`Networks`,
  '/compare': msg`Compare`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

export type TitledPath = keyof typeof pageTitles;
