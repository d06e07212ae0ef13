import type { Lesson } from '../../course/lesson';
import { convolution } from '../../nets/explorables/convolution';
import type { Explorable } from '../../nets/explorables/explorable';
import { fireModule } from '../../nets/explorables/fireModule';
import { mirroredResidual } from '../../nets/explorables/mirroredResidual';
import { separableOrder } from '../../nets/explorables/separableOrder';
import { shuffleUnits, shuffleUnitsV1 } from '../../nets/explorables/shuffleUnits';
import { splitConvolution } from '../../nets/explorables/splitConvolution';
import { weighedResidual } from '../../nets/explorables/weighedResidual';

export type ChapterSheet = {
  /** The chapter's address without its slash, as the sheet's own address has it. */
  readonly chapter: string;
  readonly lesson: () => Promise<Lesson>;
  /** The block to count, at the values of the address; none in a chapter of whole networks. */
  readonly explorable?: Explorable;
};

/** The sheets, in the order of the chapters. */
export const chapterSheets: readonly ChapterSheet[] = [
  {
    chapter: 'counting',
    lesson: async () => (await import('../chapters/counting/lesson')).countingLesson,
    explorable: convolution,
  },
  {
    chapter: 'squeezenet',
    lesson: async () => (await import('../chapters/squeezeNet/lesson')).squeezeNetLesson,
    explorable: fireModule,
  },
  {
    chapter: 'xception',
    lesson: async () => (await import('../chapters/xception/lesson')).xceptionLesson,
    explorable: separableOrder,
  },
  {
    chapter: 'mobilenet-v1',
    lesson: async () => (await import('../chapters/mobileNetV1/lesson')).mobileNetV1Lesson,
    explorable: splitConvolution,
  },
  {
    chapter: 'shufflenet-v1',
    lesson: async () => (await import('../chapters/shuffleNetV1/lesson')).shuffleNetV1Lesson,
    explorable: shuffleUnitsV1,
  },
  {
    chapter: 'mobilenet-v2',
    lesson: async () => (await import('../chapters/mobileNetV2/lesson')).mobileNetV2Lesson,
    explorable: mirroredResidual,
  },
  {
    chapter: 'shufflenet-v2',
    lesson: async () => (await import('../chapters/shuffleNetV2/lesson')).shuffleNetV2Lesson,
    explorable: shuffleUnits,
  },
  {
    chapter: 'mobilenet-v3',
    lesson: async () => (await import('../chapters/mobileNetV3/lesson')).mobileNetV3Lesson,
    explorable: weighedResidual,
  },
  {
    chapter: 'efficientnet-lite0',
    lesson: async () => (await import('../chapters/efficientNet/lesson')).efficientNetLesson,
  },
  { chapter: 'summary', lesson: async () => (await import('../chapters/summary/lesson')).summaryLesson },
];

const lessons = new Map<string, Promise<Lesson>>();

/** A chapter's lesson, loaded once. */
export function lessonOf({ chapter, lesson }: ChapterSheet): Promise<Lesson> {
  const loading = lessons.get(chapter) ?? lesson();
  lessons.set(chapter, loading);
  return loading;
}
