import type { Lesson } from '../../course/lesson';
import { convolution } from '../../nets/explorables/convolution';
import type { Explorable } from '../../nets/explorables/explorable';
import { fireModule } from '../../nets/explorables/fireModule';
import { mirroredResidual } from '../../nets/explorables/mirroredResidual';
import { separableOrder } from '../../nets/explorables/separableOrder';
import { shuffleUnits, shuffleUnitsV1 } from '../../nets/explorables/shuffleUnits';
import { splitConvolution } from '../../nets/explorables/splitConvolution';
import { weighedResidual } from '../../nets/explorables/weighedResidual';
import { efficientNetLite0 } from '../../nets/models/efficientNetLite0';
import type { Model } from '../../nets/models/model';

export type ChapterSheet = {
  /** The chapter's address without its slash, as the sheet's own address has it. */
  readonly chapter: string;
  readonly lesson: () => Promise<Lesson>;
  readonly figure: SheetFigure;
};

/** What a sheet begins with, in the state of the address: a block to count, a block of a network, or the networks to rank. */
export type SheetFigure =
  | { readonly kind: 'block'; readonly explorable: Explorable }
  | { readonly kind: 'part'; readonly network: Model; readonly first: string }
  | { readonly kind: 'networks' };

const block = (explorable: Explorable): SheetFigure => ({ kind: 'block', explorable });

/** The sheets, in the order of the chapters. */
export const chapterSheets: readonly ChapterSheet[] = [
  {
    chapter: 'counting',
    lesson: async () => (await import('../chapters/counting/lesson')).countingLesson,
    figure: block(convolution),
  },
  {
    chapter: 'squeezenet',
    lesson: async () => (await import('../chapters/squeezeNet/lesson')).squeezeNetLesson,
    figure: block(fireModule),
  },
  {
    chapter: 'xception',
    lesson: async () => (await import('../chapters/xception/lesson')).xceptionLesson,
    figure: block(separableOrder),
  },
  {
    chapter: 'mobilenet-v1',
    lesson: async () => (await import('../chapters/mobileNetV1/lesson')).mobileNetV1Lesson,
    figure: block(splitConvolution),
  },
  {
    chapter: 'shufflenet-v1',
    lesson: async () => (await import('../chapters/shuffleNetV1/lesson')).shuffleNetV1Lesson,
    figure: block(shuffleUnitsV1),
  },
  {
    chapter: 'mobilenet-v2',
    lesson: async () => (await import('../chapters/mobileNetV2/lesson')).mobileNetV2Lesson,
    figure: block(mirroredResidual),
  },
  {
    chapter: 'shufflenet-v2',
    lesson: async () => (await import('../chapters/shuffleNetV2/lesson')).shuffleNetV2Lesson,
    figure: block(shuffleUnits),
  },
  {
    chapter: 'mobilenet-v3',
    lesson: async () => (await import('../chapters/mobileNetV3/lesson')).mobileNetV3Lesson,
    figure: block(weighedResidual),
  },
  {
    chapter: 'efficientnet-lite0',
    lesson: async () => (await import('../chapters/efficientNet/lesson')).efficientNetLesson,
    // Its 5x5 kernel is one that MobileNet V2 never has.
    figure: { kind: 'part', network: efficientNetLite0, first: 'stage3.block1' },
  },
  {
    chapter: 'summary',
    lesson: async () => (await import('../chapters/summary/lesson')).summaryLesson,
    figure: { kind: 'networks' },
  },
];

const lessons = new Map<string, Promise<Lesson>>();

/** A chapter's lesson, loaded once. */
export function lessonOf({ chapter, lesson }: ChapterSheet): Promise<Lesson> {
  const loading = lessons.get(chapter) ?? lesson();
  lessons.set(chapter, loading);
  return loading;
}
