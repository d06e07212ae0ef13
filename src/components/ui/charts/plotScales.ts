import { createContext, useContext } from 'react';
import type { Scales } from '../../../viz/charts/paths';

/** What a mark draws to: the scales, the size of the plot inside the margins, and its left margin, px. */
export type PlotScales = Scales & { readonly width: number; readonly height: number; readonly left: number };

export const PlotContext = createContext<PlotScales | null>(null);

/**
 * The scales and size of the surrounding chart.
 * @throws Error outside a chart
 */
export function usePlot(): PlotScales {
  const scales = useContext(PlotContext);
  if (scales === null) throw new Error('usePlot: a mark has no scales (got no chart around it, wanted a PlotArea)');
  return scales;
}
