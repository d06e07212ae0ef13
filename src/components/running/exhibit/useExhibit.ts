import { useEffect } from 'react';
import { useStore } from 'zustand';
import { exhibitOf, type Exhibit, type ExhibitStatus } from '../../../lab/exhibit/exhibit';

/** The exhibit of some weights, held while the component is on the page. */
export function useExhibit(weights: string): { readonly exhibit: Exhibit; readonly status: ExhibitStatus } {
  const exhibit = exhibitOf(weights);
  const status = useStore(exhibit.status);
  useEffect(() => exhibit.hold(), [exhibit]);
  return { exhibit, status };
}
