import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A network of the course as an answer to what the one before it left open. */
export type ArgumentStep = {
  /** Id in the catalogue; `chapterPaths` has its chapter. */
  readonly net: string;
  /** Year and month in which it was published first, 1 to 12: of its arXiv number, or of its release. */
  readonly published: readonly [year: number, month: number];
  readonly question: MessageDescriptor;
  readonly answer: MessageDescriptor;
};

/** The eight networks of the course in its order, which is the order of time: what was asked, and what was answered. */
export const argument: readonly ArgumentStep[] = [
  {
    net: 'squeezenet',
    published: [2016, 2],
    question: msg`How few params does AlexNet’s accuracy need?`,
    answer: msg`Squeeze the channels before the 3×3.`,
  },
  {
    net: 'xception',
    published: [2016, 10],
    question: msg`May space and channels be learned apart?`,
    answer: msg`Yes: give the two jobs to two layers.`,
  },
  {
    net: 'mobilenet-v1',
    published: [2017, 4],
    question: msg`What if every layer is split like that?`,
    answer: msg`A network for phones, with two dials to shrink it.`,
  },
  {
    net: 'shufflenet-v1',
    published: [2017, 7],
    question: msg`Now nearly all of the work is in the 1×1. Can it be grouped?`,
    answer: msg`Group it, then shuffle so that the groups can talk.`,
  },
  {
    net: 'mobilenet-v2',
    published: [2018, 1],
    question: msg`Or can the maps between blocks be thin?`,
    answer: msg`Widen inside the block; leave the narrow ends linear.`,
  },
  {
    net: 'shufflenet-v2',
    published: [2018, 7],
    question: msg`What takes time, if not multiply-adds?`,
    answer: msg`Memory access does, too: four guidelines.`,
  },
  {
    net: 'mobilenet-v3',
    published: [2019, 5],
    question: msg`Who chooses all those widths?`,
    answer: msg`A search that measures time, and gates that weigh channels.`,
  },
  {
    net: 'efficientnet-lite0',
    published: [2020, 3],
    question: msg`Deeper, wider or sharper?`,
    answer: msg`All three by one rule, minus what some chips cannot run.`,
  },
];
