import type { ShownCheck } from './drawChecks';
import { markOf, type Mark } from './marking';
import type { Given } from './progress/answer';

/** What was answered to a check, and whether it is right. */
export type Marked = {
  readonly given: Given;
  readonly isRight: boolean;
  /** What a typed number comes to. */
  readonly mark?: Mark;
};

/** Marks what was said to a check; undefined where it answers another kind of question. */
export function markedOf(check: ShownCheck, given: Given): Marked | undefined {
  switch (check.kind) {
    case 'computed': {
      if (given.kind !== 'number') return undefined;
      const mark = markOf(given.value, check);
      return { given, isRight: mark.kind === 'right', mark };
    }
    case 'choice': {
      const isOption = given.kind === 'choice' && check.options.some(({ value }) => value === given.value);
      return isOption ? { given, isRight: given.value === check.answer } : undefined;
    }
    case 'truth':
      return given.kind === 'truth' ? { given, isRight: given.isTrue === check.isTrue } : undefined;
  }
}
