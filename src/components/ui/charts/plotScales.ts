import { createContext, useContext } from 'react';
import type { Scales } from '../../../viz/charts/paths';

/** What a mark knows of its chart: where values are, and the area inside the margins, px. */
export type PlotScales = Scales & { readonly width: number; readonly height: number; readonly left: number };

export const PlotContext = createContext<PlotScales | null>(null);

/**
 * The scales of the chart around a mark.
 * @throws Error outside of a chart
 */
export function usePlot(): PlotScales {
  const scales = useContext(PlotContext);
  if (scales === null) throw new Error('usePlot: a mark has no scales (got no chart around it, wanted a PlotArea)');
  return scales;
}
