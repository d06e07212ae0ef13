import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useState } from 'react';
import type { Result } from '../../../nets/result';
import type { LabResult } from '../../../lab/results/labResult';
import { storedText, storeText } from '../../../browserStorage';
import { readResults } from '../../../lab/results/readResults';
import { resultCode, resultOfCode } from '../../../lab/results/resultCode';

const storageKey = 'featherweight.collected';

/** Outcome of the latest import: new results, known ones, and what was wrong. */
export type ImportOutcome = { readonly added: number; readonly known: number; readonly faults: readonly string[] };

/** The collected results. This browser stores them until they are removed; a result in the address is added on arrival. */
export function useCollected() {
  const [results, setResults] = useState(stored);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [code, setCode] = useQueryState('r', parseAsString);

  const keep = (next: readonly LabResult[]) => {
    setResults(next);
    store(next);
  };
  const add = (read: readonly Result<LabResult>[]) => {
    const { next, ...merged } = mergedResults(results, read);
    setOutcome(merged);
    if (merged.added > 0) keep(next);
  };
  useEffect(() => {
    if (code === null) return;
    // The address is already decoded, and in a text a code would end at its first space.
    add([resultOfCode(code)]);
    void setCode(null);
  });
  return {
    results,
    outcome,
    importText: (text: string) => {
      add(readResults(text));
    },
    remove: (result: LabResult) => {
      keep(results.filter((other) => other !== result));
    },
    clear: () => {
      setOutcome(null);
      keep([]);
    },
  };
}

/** The same result may arrive twice, by link and by camera; equal codes mean equal results. */
function mergedResults(
  before: readonly LabResult[],
  read: readonly Result<LabResult>[],
): ImportOutcome & { readonly next: readonly LabResult[] } {
  const next = [...before];
  const codes = new Set(before.map(resultCode));
  let known = 0;
  for (const result of read) {
    if (!result.ok) continue;
    const resultsCode = resultCode(result.value);
    if (codes.has(resultsCode)) known += 1;
    else next.push(result.value);
    codes.add(resultsCode);
  }
  const faults = read.flatMap((result) => (result.ok ? [] : [result.error]));
  return { next, added: next.length - before.length, known, faults };
}

function stored(): readonly LabResult[] {
  return readResults(storedText(storageKey) ?? '').flatMap((result) => (result.ok ? [result.value] : []));
}

function store(results: readonly LabResult[]): void {
  storeText(storageKey, results.map(resultCode).join('\n'));
}
