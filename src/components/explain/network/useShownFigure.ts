import type { PartCost } from '../../../nets/readings/networkParts';
import type { OutlineFigure } from '../../../nets/readings/outline';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';

export const outlineFigures = ['params', 'macs', 'memoryAccess', 'largestActivation'] as const;

const parser = oneOf(outlineFigures).withDefault('memoryAccess');

/** The figure that a network's pictures show, and its table where there is room for one; in the address. */
export function useShownFigure(): readonly [OutlineFigure, (figure: OutlineFigure) => void] {
  const [figure, setFigure] = useAddressValue('bars', parser);
  return [figure, (wanted) => void setFigure(wanted)];
}

/** The cost that a picture of shares shows: the largest activation is no sum over parts. */
export function shownCost(figure: OutlineFigure): PartCost {
  return figure === 'largestActivation' ? 'memoryAccess' : figure;
}
