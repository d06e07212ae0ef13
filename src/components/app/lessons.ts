import type { Lesson } from '../../course/lesson';

const lessons: Readonly<Record<string, () => Promise<Lesson>>> = {
  '/counting': async () => (await import('../chapters/counting/lesson')).countingLesson,
  '/squeezenet': async () => (await import('../chapters/squeezeNet/lesson')).squeezeNetLesson,
  '/xception': async () => (await import('../chapters/xception/lesson')).xceptionLesson,
  '/mobilenet-v1': async () => (await import('../chapters/mobileNetV1/lesson')).mobileNetV1Lesson,
  '/shufflenet-v1': async () => (await import('../chapters/shuffleNetV1/lesson')).shuffleNetV1Lesson,
  '/mobilenet-v2': async () => (await import('../chapters/mobileNetV2/lesson')).mobileNetV2Lesson,
  '/shufflenet-v2': async () => (await import('../chapters/shuffleNetV2/lesson')).shuffleNetV2Lesson,
  '/mobilenet-v3': async () => (await import('../chapters/mobileNetV3/lesson')).mobileNetV3Lesson,
  '/efficientnet-lite0': async () => (await import('../chapters/efficientNet/lesson')).efficientNetLesson,
  '/summary': async () => (await import('../chapters/summary/lesson')).summaryLesson,
};

/** The lesson of the chapter at this address. */
export async function lessonAt(path: string): Promise<Lesson | undefined> {
  return lessons[path]?.();
}
