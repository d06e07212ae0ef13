import { inventoryItems } from '../../classroom/inventory';
import { taskCode } from '../../classroom/task';

/** The concept inventory, or some of its items, as it is given to a class. */
export type GivenInventory = {
  readonly when: 'before' | 'after';
  /** Numbers of items; all without it. */
  readonly items?: readonly number[];
};

/**
 * The address of the page that makes tasks, with the inventory as its draft: link and code for the class.
 * @param title for the teacher's list, in the language of the page
 */
export function inventoryTask({ when, items }: GivenInventory, title: string): string {
  const code = taskCode({
    kind: 'inventory',
    title,
    text: '',
    // The same person is found before and after.
    asks: 'name',
    minutes: null,
    when,
    items: items ?? inventoryItems.map(({ number }) => number),
  });
  return `/task?draft=${code}`;
}
