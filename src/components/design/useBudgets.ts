import { useMemo } from 'react';
import type { Budgets } from '../../nets/design/budgets';
import type { BudgetFigure } from '../../nets/design/rowCosts';
import { wholeNumber } from '../ui/address/parsers';
import { useAddress } from '../ui/address/useAddress';

const budget = wholeNumber(1, 1e12);
const parsers = { params: budget, macs: budget, memoryAccess: budget, peakActivations: budget };
const urlKeys = {
  params: 'max.params',
  macs: 'max.macs',
  memoryAccess: 'max.memory',
  peakActivations: 'max.peak',
} as const;

/** The budgets in the address, and a way to set one; undefined takes it away. */
export function useBudgets(): readonly [Budgets, (figure: BudgetFigure, wanted: number | undefined) => void] {
  const [query, setQuery] = useAddress(parsers, urlKeys);
  const budgets = useMemo(
    () => Object.fromEntries(Object.entries(query).filter((entry): entry is [string, number] => entry[1] !== null)),
    [query],
  );
  return [budgets, (figure, wanted) => void setQuery({ [figure]: wanted ?? null })];
}
