import { useLingui } from '@lingui/react/macro';
import type { LabResult } from '../../../lab/results/labResult';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import { distinctTitles } from './resultTitles';

/** Titles in the reader's language that tell the networks of these results apart. */
export function useDistinctTitles(results: readonly LabResult[]): (result: LabResult) => string {
  const { t } = useLingui();
  const textOf = useOptionTexts();
  return distinctTitles(results, (name, value) => {
    const { label, choices } = textOf(name);
    const written = choices?.[value] ?? value;
    return t`${label}: ${written}`;
  });
}
