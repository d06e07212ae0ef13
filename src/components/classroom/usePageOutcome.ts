import type { PageTask } from '../../classroom/task';
import type { PageOutcome, Said } from '../../classroom/taskResult';
import { chapterOf, type Given } from '../../course/progress/answer';
import { progress } from '../../course/progress/progress';
import { personSinceMs, placeOf } from './taskPlace';
import type { TaskState } from './useTaskState';

/** What is handed in of a page: its state, whether the goal is reached, and the guesses that were made on it. */
export function usePageOutcome(task: PageTask, { isSolved, states, address }: TaskState): () => PageOutcome {
  return () => {
    const { path } = placeOf(task.address);
    // What another person guessed before at this device is not this one's.
    const since = personSinceMs(task);
    const own = [...progress.getState().answers.values()].filter(
      ({ id, at }) => chapterOf(id) === path && /\/p\d+$/.test(id) && Date.parse(at) >= since,
    );
    const guesses = own.flatMap(({ id, given }): readonly (readonly [string, Said])[] => {
      const said = saidOf(given);
      return said === undefined ? [] : [[id, said]];
    });
    return {
      kind: 'page',
      address,
      isSolved,
      values: states.map(({ value }) => value ?? null),
      guesses: Object.fromEntries(guesses),
    };
  };
}

function saidOf(given: Given): Said | undefined {
  switch (given.kind) {
    case 'number':
    case 'choice':
      return given.value;
    case 'order':
    case 'bars':
      return given.values;
    case 'truth':
      return String(given.isTrue);
    case 'shown':
    case 'sliders':
      return undefined;
  }
}
