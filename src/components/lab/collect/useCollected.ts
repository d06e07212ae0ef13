import { useStore } from 'zustand';
import { collectResults, type Collected, type CollectedState } from '../../../lab/results/collected';

let collected: Collected | null = null;

/** The collected results, the same for every visit of the page, and what can be done with them. */
export function useCollected(): Omit<Collected, 'state' | 'close' | 'importText'> & {
  readonly state: CollectedState;
  /** Adds the results in a text, and says whether all of it was read. */
  readonly importText: (text: string) => Promise<boolean>;
} {
  collected ??= collectResults();
  const collection = collected;
  const state = useStore(collection.state);
  const importText = async (text: string): Promise<boolean> => {
    await collection.importText(text);
    return collection.state.getState().outcome?.faults.length === 0;
  };
  return { ...collection, importText, state };
}
