import { Suspense, useState, type ReactNode } from 'react';
import type { Files, TableToggle } from './Exports';
import { late } from './late';

const NumbersTable = late(async () => (await import('./NumbersTable')).NumbersTable);

/** The numbers of a figure as a table on the page, and the switch for its menu; neither without numbers. */
export function useNumbersTable(
  title: string,
  files: Files | undefined,
): { readonly toggle: TableToggle | undefined; readonly table: ReactNode } {
  const [isShown, setIsShown] = useState(false);
  const numbers = files?.numbers;
  if (numbers === undefined) return { toggle: undefined, table: null };
  return {
    toggle: { isShown, onShow: setIsShown },
    table: isShown ? (
      <Suspense fallback={null}>
        <NumbersTable title={title} rows={numbers()} />
      </Suspense>
    ) : null,
  };
}
