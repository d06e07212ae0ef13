import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { checksShown } from './lesson';

/** What the course says of a chapter before its page is loaded. A test holds the counts equal to the chapter's lesson. */
export type CourseChapter = {
  readonly path: string;
  readonly title: MessageDescriptor;
  readonly minutes: number;
  readonly predictions: number;
  readonly exercises: number;
};

/** In teaching order. */
export const courseChapters: readonly CourseChapter[] = [
  { path: '/counting', title: msg`Counting`, minutes: 40, predictions: 5, exercises: 2 },
  { path: '/squeezenet', title: msg`SqueezeNet`, minutes: 30, predictions: 4, exercises: 2 },
  { path: '/xception', title: msg`Xception`, minutes: 30, predictions: 4, exercises: 2 },
  { path: '/mobilenet-v1', title: msg`MobileNet V1`, minutes: 35, predictions: 5, exercises: 2 },
  { path: '/shufflenet-v1', title: msg`ShuffleNet V1`, minutes: 35, predictions: 5, exercises: 2 },
  { path: '/mobilenet-v2', title: msg`MobileNet V2`, minutes: 40, predictions: 5, exercises: 2 },
  { path: '/shufflenet-v2', title: msg`ShuffleNet V2`, minutes: 45, predictions: 6, exercises: 2 },
  { path: '/mobilenet-v3', title: msg`MobileNet V3`, minutes: 35, predictions: 4, exercises: 2 },
  { path: '/efficientnet-lite0', title: msg`EfficientNet-Lite0`, minutes: 20, predictions: 3, exercises: 2 },
  { path: '/summary', title: msg`Summary`, minutes: 25, predictions: 3, exercises: 2 },
];

/** Questions of a chapter that count as its progress: all predictions and exercises, and as many checks as are shown. */
export function questionCount({ predictions, exercises }: CourseChapter): number {
  return predictions + checksShown + exercises;
}
