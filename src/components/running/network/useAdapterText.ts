import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** The name of an adapter with its threads in the page's language: `SIMD, 4 threads`. */
export function useAdapterText(): (adapter: string) => string {
  const { t } = useLingui();
  return (adapter) =>
    adapter.replace(/(\d+) threads?$/, (_, digits: string) => {
      const count = Number(digits);
      return t`${plural(count, { one: '# thread', other: '# threads' })}`;
    });
}
