import { useStore } from 'zustand';
import { collectResults, type Collected, type CollectedState } from '../../../lab/results/collected';

let collected: Collected | null = null;

/** The collected results, the same for every visit of the page, and what can be done with them. */
export function useCollected(): Omit<Collected, 'state' | 'close'> & { readonly state: CollectedState } {
  collected ??= collectResults();
  const state = useStore(collected.state);
  return { ...collected, state };
}
