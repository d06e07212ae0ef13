import type { Exploration } from './useExploration';

/** Whether every knob is where it begins, which is the paper's setting. */
export function isAtDefaults({ explorable, values }: Pick<Exploration, 'explorable' | 'values'>): boolean {
  return Object.entries(explorable.knobs).every(([name, knob]) => values[name] === knob.default);
}
