import { costRows } from '../../../nets/readings/spreadsheet';
import type { Files } from '../../ui/Exports';
import type { Exploration } from './useExploration';

/** The files that an exploration can be saved as: the cost of every layer of its block. */
export function filesOf({ explorable, block }: Exploration): Files {
  return { name: explorable.id, numbers: () => costRows(block.cost) };
}
