import type { Mutant } from './mutantsOf';

/** What a mutant changes, as a person reads it. */
export interface LineDiff {
  /** `src/nets/op.ts:12` */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** The lines that a mutant touches, before and after, without the spaces around them. */
export function lineDiff(text: string, { path, start, end, replacement }: Mutant): LineDiff {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const to = nextBreak < 0 ? text.length : nextBreak;
  return {
    place: `${path}:${text.slice(0, start).split('\n').length}`,
    before: text.slice(from, to).trim(),
    after: (text.slice(from, start) + replacement + text.slice(end, to)).trim(),
  };
}
