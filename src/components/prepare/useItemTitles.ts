import { useLingui } from '@lingui/react/macro';
import { manifestTitle } from '../../lab/networks/runnable';
import { isApp, type Item } from '../../lab/prepare/preparing';
import { classNamingOf } from '../../run/checkpoint/classNames';

/** What each item is called. */
export function useItemTitles(items: readonly Item[]): readonly string[] {
  const { t } = useLingui();
  return items.map(({ of }) => {
    if (isApp(of)) return t`All chapters and pages`;
    const title = manifestTitle(of);
    return classNamingOf(Number(of.options['classes'] ?? 1000)) === 'imagenet' ? `${title}, ImageNet` : title;
  });
}
