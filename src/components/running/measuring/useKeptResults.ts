import { useState } from 'react';
import { useStore } from 'zustand';
import { keepResults, type KeptResults } from '../../../lab/measured/keptResults';
import type { Shelf } from '../../../lab/measured/shelf';

/** The results of a page, which stay in this browser when the page is left or loaded again. */
export function useKeptResults<T>(shelf: Shelf<T>): KeptResults<T> {
  const [kept] = useState(() => keepResults(shelf));
  return useStore(kept);
}
