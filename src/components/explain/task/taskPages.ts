import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { pageTitles } from '../../../course/pageTitles';

/** The pages that a task can be done on, with their titles; what a page counts is another matter. */
export const taskPages: ReadonlyMap<string, MessageDescriptor> = new Map<string, MessageDescriptor>([
  ...Object.entries(pageTitles),
  ['/', msg`Small networks that see`],
  ['/xray', msg`X-ray`],
  ['/live', msg`Live`],
  ['/bench', msg`Benchmark`],
  ['/glossary', msg`Glossary`],
]);
